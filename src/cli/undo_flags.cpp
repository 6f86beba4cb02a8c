#include "cli/undo_flags.h"

#include <cstdlib>

#include <fmt/format.h>

#include "base/utc_time.h"
#include "cli/wording.h"
#include "pipeline/workshop.h"

namespace emend::cli {

std::string reviewer_name() {
  for (const char* variable : {"EMEND_REVIEWER", "USER", "LOGNAME"})
    if (const char* name = std::getenv(variable); name != nullptr && *name != '\0') return name;
  return "reviewer";
}

void UndoFlags::declare_undo(Parser& parser) {
  parser.add_option("--undo", undo_, "Take all changes of these rules back, as decisions of yours")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE");
}

void UndoFlags::declare_redo(Parser& parser) {
  parser.add_option("--redo", redo_, "Give back what --undo took")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE");
}

Status UndoFlags::check() const {
  for (const auto* rules : {&undo_, &redo_})
    if (Status known = pipeline::check_rule_ids({rules->begin(), rules->end()}); !known) return known;
  const std::set<std::string> undone(undo_.begin(), undo_.end());
  for (const std::string& rule : redo_)
    if (undone.contains(rule)) return fail(ErrorKind::kUsage, rule, "is both undone and redone", "name it once");
  return {};
}

Result<std::string> UndoFlags::apply(const std::filesystem::path& folder, const std::string& by,
                                     const pipeline::Writers& writers, const correct::RuleSet& rules) const {
  const pipeline::UndoRequest base{{}, by, utc_now() + "Z"};
  std::string line;
  const auto add = [&](const pipeline::UndoneRules& undone, std::string_view what) {
    line += fmt::format("{}{} {}", line.empty() ? "" : "; ", counted(undone.changes, "change"), what);
    if (undone.with_others > 0) line += fmt::format(", {} of them with work of other rules", undone.with_others);
  };
  if (!undo_.empty()) {
    pipeline::UndoRequest request = base;
    request.rules = undone();
    const auto done = pipeline::undo_rules(folder, request, writers, rules);
    if (!done) return fail(done.error());
    add(*done, "taken back");
  }
  if (!redo_.empty()) {
    pipeline::UndoRequest request = base;
    request.rules = {redo_.begin(), redo_.end()};
    const auto done = pipeline::redo_rules(folder, request, writers, rules);
    if (!done) return fail(done.error());
    add(*done, "given back");
  }
  return line;
}

}  // namespace emend::cli
