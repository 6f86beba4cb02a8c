#include "correct/rule.h"
#include "correct/typography/ellipses.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "unasked-ellipsis",
    .group = "typography",
    .summary = "Write ellipses in the form that the user asked for",
    .why =
        "Three full stops, three with spaces between and the sign for them say the same. --typography curly makes all "
        "of them the sign, --typography plain makes the sign three full stops. Four stops and rows of leaders stay.",
    .example_before = "and so on... for years",
    .example_after = "and so on… for years",
    .applicability = edit::Applicability::kAutomatic,
    .on_request = "--typography curly",
};

constexpr double kProbability = 0.99;

class UnaskedEllipsis final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const Typography wanted = input.rendering.typography;
    if (wanted == Typography::kKeep) return;
    for (const EllipsisMark& mark : ellipses(input)) {
      const bool is_sign = mark.form == EllipsisForm::kSign;
      if (is_sign == (wanted == Typography::kCurly)) continue;
      const EllipsisForm after = is_sign ? EllipsisForm::kStops : EllipsisForm::kSign;
      edits.push_back(make_edit(kInfo, input, mark.span, std::string(sign_of(after)),
                                is_sign ? "three full stops are asked for" : "the printer's sign is asked for",
                                kProbability));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_unasked_ellipsis() { return std::make_unique<UnaskedEllipsis>(); }

}  // namespace emend::correct
