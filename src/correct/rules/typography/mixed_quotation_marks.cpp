#include "correct/rule.h"
#include "correct/typography/conventions.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "mixed-quotation-marks",
    .group = "typography",
    .summary = "Write a quotation mark or apostrophe as the document writes the others",
    .why =
        "One machine or one fount made all of a document's marks; among straight ones a curly one is how an engine "
        "saw it, and the other way about. Double and single marks are looked at apart. Where nearly all are of one "
        "form the few others follow; where many differ they are only proposed, and where both are used the document "
        "is left as it is and the run says so.",
    .example_before = "\"a\" \"b\" \"c\" “d\"",
    .example_after = "\"a\" \"b\" \"c\" \"d\"",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kStrict = 0.97;
constexpr double kUsual = 0.8;

class MixedQuotationMarks final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    if (input.rendering.typography != Typography::kKeep) return;
    const std::vector<QuoteMark> marks = quotation_marks(input.text);
    for (const bool is_double : {false, true}) {
      const Custom custom = custom_of_quotation_marks(marks, is_double);
      if (custom.strength == CustomStrength::kNone) continue;
      const bool is_curly = custom.way == 1;
      for (const QuoteMark& mark : marks) {
        if (mark.is_double != is_double || mark.is_curly == is_curly || mark.role == QuoteRole::kOther) continue;
        const std::string_view after = is_curly ? printed_form(mark) : typed_form(mark);
        const bool is_strict = custom.strength == CustomStrength::kStrict;
        edits.push_back(make_edit(kInfo, input, mark.span, std::string(after),
                                  "the document has " + std::to_string(custom.times) + " of the other form",
                                  is_strict ? kStrict : kUsual));
        if (!is_strict) edits.back().applicability = edit::Applicability::kProposed;
      }
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_mixed_quotation_marks() { return std::make_unique<MixedQuotationMarks>(); }

}  // namespace emend::correct
