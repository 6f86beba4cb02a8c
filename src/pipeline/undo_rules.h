// All changes of a rule taken back at once in a finished result, and given back again; as decisions, like any others.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "base/result.h"
#include "correct/rule.h"
#include "pipeline/outcome.h"
#include "pipeline/write_result.h"

namespace emend::pipeline {

struct UndoneRules {
  std::size_t changes = 0;      // taken back, or given back
  std::size_t with_others = 0;  // of these, changes that hold the work of other rules, too
  Outcome outcome;              // of the folder as it is now
};

struct UndoRequest {
  std::set<std::string> rules;  // ids
  std::string by;               // who asks for it
  std::string when;             // ISO 8601 in UTC
};

// Rejects every change of the rules that is in the clean text, appends that to decisions.jsonl, and makes the files
// anew. What is open stays open. Errors: those of load_result, kUnwritable, kUnreadable (the decisions).
Result<UndoneRules> undo_rules(const std::filesystem::path& folder, const UndoRequest& request, const Writers& writers,
                               const correct::RuleSet& rules);

// Takes the decisions of undo_rules back, so that policy decides again; those that a person made since stay.
Result<UndoneRules> redo_rules(const std::filesystem::path& folder, const UndoRequest& request, const Writers& writers,
                               const correct::RuleSet& rules);

}  // namespace emend::pipeline
