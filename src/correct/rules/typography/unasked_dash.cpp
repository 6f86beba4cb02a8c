#include "correct/rule.h"
#include "correct/typography/dashes.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "unasked-dash",
    .group = "typography",
    .summary = "Write dashes, ranges and minus signs in the form that the user asked for",
    .why =
        "A typewriter has one stroke for hyphen, dash, range and minus; print has one for each. With --typography "
        "curly a dash between parts of a sentence, a range of numbers and a minus get their own; hyphens, list "
        "marks, dates, codes and telephone numbers stay. With --typography plain all of them become hyphens, a wide "
        "dash two.",
    .example_before = "the years 1914-18 - so they said - were cold, -5 degrees",
    .example_after = "the years 1914–18 – so they said – were cold, −5 degrees",
    .applicability = edit::Applicability::kAutomatic,
    .on_request = "--typography curly",
};

// That the stroke is what it is taken for: estimates.
constexpr double kDash = 0.97;
constexpr double kRange = 0.95;
constexpr double kMinus = 0.95;
constexpr double kPlain = 0.999;

struct Printed {
  DashForm form;
  double probability;
  const char* reason;
};

// Nothing changes where the form is the one that the mark has.
Printed printed(const DashMark& mark) {
  switch (mark.role) {
    case DashRole::kRange: return {DashForm::kEnDash, kRange, "a range of numbers takes an en dash"};
    case DashRole::kMinus: return {DashForm::kMinusSign, kMinus, "the number is below nought"};
    case DashRole::kDash:
      if (mark.form == DashForm::kHyphen) return {DashForm::kEnDash, kDash, "the stroke with spaces around is a dash"};
      if (mark.form == DashForm::kTwoHyphens) return {DashForm::kEmDash, kDash, "two hyphens are a typed dash"};
      break;
    case DashRole::kOther: break;
  }
  return {mark.form, 0, ""};
}

DashForm typed(const DashMark& mark) {
  switch (mark.form) {
    case DashForm::kEmDash: return DashForm::kTwoHyphens;
    case DashForm::kEnDash:
      return mark.role == DashRole::kDash && !mark.is_spaced ? DashForm::kTwoHyphens : DashForm::kHyphen;
    case DashForm::kMinusSign: return DashForm::kHyphen;
    case DashForm::kHyphen:
    case DashForm::kTwoHyphens: break;
  }
  return mark.form;
}

class UnaskedDash final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const Typography wanted = input.rendering.typography;
    if (wanted == Typography::kKeep) return;
    for (const DashMark& mark : dash_marks(input)) {
      Printed after = printed(mark);
      if (wanted == Typography::kPlain) after = {typed(mark), kPlain, "a typewriter's strokes are asked for"};
      if (after.form == mark.form) continue;
      edits.push_back(
          make_edit(kInfo, input, mark.span, std::string(sign_of(after.form)), after.reason, after.probability));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_unasked_dash() { return std::make_unique<UnaskedDash>(); }

}  // namespace emend::correct
