#include "correct/rule.h"
#include "correct/typography/conventions.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "mixed-spacing",
    .group = "typography",
    .summary = "Space words and sentences as the document spaces the others",
    .why =
        "A typist strikes one space between words and one or two between sentences, always the same; another number "
        "is a slip or a gap that an engine saw, and worth no more than a proposal. Wide gaps that make columns, and "
        "lines with several of them, stay.",
    .example_before =
        "It rained.  We stayed.  They left.  It was cold.  The snow came.  The frost stayed.  The ice held. None "
        "cared.",
    .example_after =
        "It rained.  We stayed.  They left.  It was cold.  The snow came.  The frost stayed.  The ice held.  None "
        "cared.",
    .applicability = edit::Applicability::kProposed,
};

constexpr double kStrict = 0.95;
constexpr double kUsual = 0.8;

class MixedSpacing final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<ProseGap> gaps = prose_gaps(input);
    for (const bool ends_sentence : {false, true}) {
      const Custom custom = custom_of_gaps(gaps, ends_sentence);
      if (custom.strength == CustomStrength::kNone) continue;
      // Nobody puts two spaces between all words, but columns do.
      if (!ends_sentence && custom.way != 0) continue;
      for (const ProseGap& gap : gaps) {
        if (gap.ends_sentence != ends_sentence || gap.is_wide == (custom.way == 1)) continue;
        const bool is_strict = custom.strength == CustomStrength::kStrict;
        edits.push_back(make_edit(
            kInfo, input, gap.span, custom.way == 1 ? "  " : " ",
            ends_sentence ? "the document spaces its sentences otherwise" : "the document has one space between words",
            is_strict ? kStrict : kUsual));
      }
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_mixed_spacing() { return std::make_unique<MixedSpacing>(); }

}  // namespace emend::correct
