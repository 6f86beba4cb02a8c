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
  std::set<std::string> safe_rules{};    // their edits count as automatic
  std::set<std::string> unsafe_rules{};  // their edits are only proposed
  std::set<std::string> undone_rules{};  // their changes are proposed as ever, and rejected
};

using RecordedDecisions = std::map<std::string, edit::Decision>;  // by anchor key; the last word of each

// Whether the edit, or a part of it where several became one, is the rule's work.
bool holds_rule(const edit::Edit& edit, std::string_view rule);
// Whether it is some other rule's, too.
bool holds_other_rules(const edit::Edit& edit, std::string_view rule);

// A person's decision wins over the policy; one that was taken back (kOpen) leaves the edit to the policy again.
// `edits` are sorted and do not overlap, as propose_edits gives them.
edit::DecidedEdits decide(std::string_view raw_text, std::vector<edit::Edit> edits, const RecordedDecisions& recorded,
                          const PolicyOptions& options);

// `decided` and further edits of the raw text, accepted unless a person said no, in the order of the text; their keys
// are of their own, so that those of `decided` are what they are without them.
edit::DecidedEdits with_marks(std::string_view raw_text, edit::DecidedEdits decided, std::vector<edit::Edit> marks,
                              const RecordedDecisions& recorded);

}  // namespace emend::correct
