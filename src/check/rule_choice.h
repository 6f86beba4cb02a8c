// Which findings are wanted: --select and --ignore, and the per-file-ignores of a config.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "check/config.h"
#include "check/ignore_file.h"
#include "pipeline/settings.h"

namespace emend::check {

class RuleChoice {
 public:
  RuleChoice(const Config& config, const pipeline::Settings& settings);

  bool wants(std::string_view rule) const;
  // Whether the config says not to tell `rule` of this file.
  bool ignores_in(const std::filesystem::path& file, std::string_view rule) const;

 private:
  struct PerFile {
    IgnorePatterns pattern;
    std::vector<std::string> rules;
  };
  const pipeline::Settings* settings_;
  std::filesystem::path folder_;
  std::vector<PerFile> per_file_;
};

}  // namespace emend::check
