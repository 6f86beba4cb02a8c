#include "correct/rule.h"
#include "correct/typography/conventions.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "mixed-dashes",
    .group = "typography",
    .summary = "Write a dash as the document writes the others",
    .why =
        "A document's dashes are all of one width, with spaces around them or without; an engine sees some of them "
        "shorter or longer. Where nearly all are of one form the few others follow. A hyphen with spaces may also be "
        "half of a compound, so it is only proposed, and ranges, minus signs and hyphens are never touched.",
    .example_before = "rain — sun — wind — hail — frost — thaw – mud",
    .example_after = "rain — sun — wind — hail — frost — thaw — mud",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kStrict = 0.95;
constexpr double kUsual = 0.75;

class MixedDashes final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    if (input.rendering.typography != Typography::kKeep) return;
    const std::vector<DashMark> marks = dash_marks(input);
    const Custom custom = custom_of_dashes(marks);
    if (custom.strength == CustomStrength::kNone) return;
    for (const DashMark& mark : marks) {
      if (mark.role != DashRole::kDash || dash_way(mark) == custom.way) continue;
      // Spaces are left to whoever set them; a dash without them among spaced ones is another thing.
      const DashForm after = form_of_dash_way(custom.way);
      if (after == mark.form || is_spaced_dash_way(custom.way) != mark.is_spaced) continue;
      const bool is_sure = custom.strength == CustomStrength::kStrict && mark.form != DashForm::kHyphen;
      edits.push_back(make_edit(kInfo, input, mark.span, std::string(sign_of(after)),
                                "the document writes " + std::to_string(custom.times) + " dashes so",
                                is_sure ? kStrict : kUsual));
      if (!is_sure) edits.back().applicability = edit::Applicability::kProposed;
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_mixed_dashes() { return std::make_unique<MixedDashes>(); }

}  // namespace emend::correct
