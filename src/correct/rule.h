// A rule knows one fault of recognised text and proposes its repair.
//
// One file each in correct/rules/<group>, one line each in correct/rule_list.def. Rules are pure and const: the same
// input gives the same proposals on any thread. They never look at each other; the arbiter chooses between them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "correct/rule_input.h"
#include "edit/edit.h"

namespace emend::correct {

struct RuleInfo {
  std::string_view id;       // words with hyphens that name the fault, for good: "typewriter-l-for-one"
  std::string_view group;    // the folder: "characters", "punctuation", "footnotes", "lines", ...
  std::string_view summary;  // one line, an imperative: "Read a lone bar as the pronoun I"
  std::string_view why;      // how the fault comes about and how the repair knows; a few sentences
  std::string_view example_before;
  std::string_view example_after;
  edit::Applicability applicability = edit::Applicability::kProposed;  // the most that its edits may claim
  // The flag without which the rule says nothing, and with which its example is true: "--typography curly". Such rules
  // run when all others have said their word.
  std::string_view on_request = {};
  bool moves_line_ends = false;  // they carry words over a line's end; only proposed where the lines are to stay
};

class Rule {
 public:
  virtual ~Rule() = default;
  virtual const RuleInfo& info() const = 0;
  // Appends proposals in any order; they may overlap. Each `before` is the raw text under its span, and the rule
  // proposes nothing on its own repaired text.
  virtual void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const = 0;
};

using RuleSet = std::vector<std::unique_ptr<Rule>>;

// Every rule of rule_list.def, in its order (which decides nothing).
RuleSet all_rules();

// An edit of `rule` over `span` of the input's text, with its `before` filled in.
edit::Edit make_edit(const RuleInfo& rule, const RuleInput& input, text::Span span, std::string after,
                     std::string reason, double probability);

}  // namespace emend::correct
