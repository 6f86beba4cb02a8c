#include "correct/rule.h"
#include "correct/typography/conventions.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "mixed-ellipses",
    .group = "typography",
    .summary = "Write an ellipsis as the document writes the others",
    .why =
        "Three full stops, three with spaces between and the sign for them are one thing, and a document has one of "
        "them. Where nearly all are of one form the few others follow.",
    .example_before = "on... and on... or off... or up... or down… or out...",
    .example_after = "on... and on... or off... or up... or down... or out...",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kStrict = 0.97;
constexpr double kUsual = 0.85;

class MixedEllipses final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    if (input.rendering.typography != Typography::kKeep) return;
    const std::vector<EllipsisMark> marks = ellipses(input);
    const Custom custom = custom_of_ellipses(marks);
    if (custom.strength == CustomStrength::kNone) return;
    const auto after = static_cast<EllipsisForm>(custom.way);
    for (const EllipsisMark& mark : marks) {
      if (mark.form == after) continue;
      const bool is_strict = custom.strength == CustomStrength::kStrict;
      edits.push_back(make_edit(kInfo, input, mark.span, std::string(sign_of(after)),
                                "the document writes " + std::to_string(custom.times) + " ellipses so",
                                is_strict ? kStrict : kUsual));
      if (!is_strict) edits.back().applicability = edit::Applicability::kProposed;
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_mixed_ellipses() { return std::make_unique<MixedEllipses>(); }

}  // namespace emend::correct
