// --undo RULE and --redo RULE, and whose word they are.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_line.h"
#include "pipeline/undo_rules.h"

namespace emend::cli {

// EMEND_REVIEWER, or the name that the system has for the user.
std::string reviewer_name();

class UndoFlags {
 public:
  void declare_undo(Parser& parser);
  void declare_redo(Parser& parser);

  bool is_asked_for() const { return !undo_.empty() || !redo_.empty(); }
  std::set<std::string> undone() const { return {undo_.begin(), undo_.end()}; }

  // Error: kUsage (no rule of that name; a rule both ways).
  Status check() const;

  // What is asked for, in one folder of results, and a line that tells it: "3 changes taken back". Errors: those of
  // pipeline/undo_rules.h.
  Result<std::string> apply(const std::filesystem::path& folder, const std::string& by,
                            const pipeline::Writers& writers, const correct::RuleSet& rules) const;

 private:
  std::vector<std::string> undo_;
  std::vector<std::string> redo_;
};

}  // namespace emend::cli
