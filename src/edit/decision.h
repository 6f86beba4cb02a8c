// What was decided about an edit, by policy or by a person.
#pragma once

#include <string>
#include <vector>

#include "edit/edit.h"

namespace emend::edit {

enum class Verdict {
  kAccepted,  // the edit is in the clean text
  kRejected,  // a person said no
  kOpen,      // nobody said yes: the raw text stands
};

struct Decision {
  std::string key;  // anchor of the edit
  Verdict verdict = Verdict::kOpen;
  std::string by = "policy";  // "policy", or the reviewer's name
  std::string when;           // ISO 8601 in UTC; empty for policy
  std::string replacement;    // what the reviewer typed instead of Edit::after
  bool has_replacement = false;
};

// An edit with its key and what became of it; the unit of every report.
struct DecidedEdit {
  Edit edit;
  Decision decision;

  bool is_accepted() const { return decision.verdict == Verdict::kAccepted; }
  // What stands in the clean text if it is accepted.
  const std::string& replacement() const { return decision.has_replacement ? decision.replacement : edit.after; }
};

// Sorted by span; accepted ones do not overlap.
using DecidedEdits = std::vector<DecidedEdit>;

}  // namespace emend::edit
