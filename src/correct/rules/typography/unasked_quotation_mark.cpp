#include "correct/rule.h"
#include "correct/typography/quotation_marks.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "unasked-quotation-mark",
    .group = "typography",
    .summary = "Write quotation marks and apostrophes in the form that the user asked for",
    .why =
        "Straight and curly marks say the same, and some readers want all of a text in one form: --typography plain "
        "or curly. Which way a straight mark faces is told by its neighbours and its paragraph; marks of feet and "
        "inches, ditto marks and those that face nowhere stay as they are.",
    .example_before = "\"It's late,\" he said.",
    .example_after = "“It’s late,” he said.",
    .applicability = edit::Applicability::kAutomatic,
    .on_request = "--typography curly",
};

// That a straight mark faces the way it is given: an estimate; the other way there is nothing to be wrong.
constexpr double kFacing = 0.98;
constexpr double kPlain = 0.999;

class UnaskedQuotationMark final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const Typography wanted = input.rendering.typography;
    if (wanted == Typography::kKeep) return;
    const bool is_curly_wanted = wanted == Typography::kCurly;
    for (const QuoteMark& mark : quotation_marks(input.text)) {
      if (mark.is_curly == is_curly_wanted) continue;
      const std::string_view after = is_curly_wanted ? printed_form(mark) : typed_form(mark);
      if (after.empty()) continue;
      edits.push_back(make_edit(kInfo, input, mark.span, std::string(after),
                                is_curly_wanted ? "curly marks are asked for" : "straight marks are asked for",
                                is_curly_wanted ? kFacing : kPlain));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_unasked_quotation_mark() { return std::make_unique<UnaskedQuotationMark>(); }

}  // namespace emend::correct
