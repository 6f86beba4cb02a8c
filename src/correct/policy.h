// What becomes of each edit: recorded decisions first, then the user's thresholds.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "edit/decision.h"
#include "edit/edit.h"

namespace emend::correct {

struct PolicyOptions {
  bool unsafe_fixes = false;  // accept proposed edits too
  double min_confidence = 0;  // edits less probable than this stay open, 0 to 1
  // The user's word over what a rule says of itself.
  std::set<std::string> safe_rules;    // their edits count as automatic
  std::set<std::string> unsafe_rules;  // their edits are only proposed
};

using RecordedDecisions = std::map<std::string, edit::Decision>;  // by anchor key; the last word of each

// A person's decision wins over the policy; one that was taken back (kOpen) leaves the edit to the policy again.
// `edits` are sorted and do not overlap, as propose_edits gives them.
edit::DecidedEdits decide(std::string_view raw_text, std::vector<edit::Edit> edits, const RecordedDecisions& recorded,
                          const PolicyOptions& options);

}  // namespace emend::correct
