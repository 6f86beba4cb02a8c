#include "check/rule_choice.h"

#include <algorithm>

namespace emend::check {

RuleChoice::RuleChoice(const Config& config, const pipeline::Settings& settings)
    : settings_(&settings), folder_(config.folder) {
  if (config.per_file_ignores)
    for (const auto& [pattern, rules] : *config.per_file_ignores)
      per_file_.push_back({IgnorePatterns::of({pattern}), rules});
}

bool RuleChoice::wants(std::string_view rule) const {
  const std::string id(rule);
  return (settings_->selected_rules.empty() || settings_->selected_rules.contains(id)) &&
         !settings_->ignored_rules.contains(id);
}

bool RuleChoice::ignores_in(const std::filesystem::path& file, std::string_view rule) const {
  if (per_file_.empty()) return false;
  std::error_code error;
  const std::string path =
      std::filesystem::absolute(file, error).lexically_normal().lexically_relative(folder_).generic_string();
  return std::any_of(per_file_.begin(), per_file_.end(), [&](const PerFile& ignore) {
    return std::find(ignore.rules.begin(), ignore.rules.end(), rule) != ignore.rules.end() &&
           ignore.pattern.ignores_path(path, false);
  });
}

}  // namespace emend::check
