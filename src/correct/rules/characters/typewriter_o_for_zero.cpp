#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "correct/typed_number.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "typewriter-o-for-zero",
    .group = "characters",
    .summary = "Read an O typed or read for the figure 0 as the figure",
    .why =
        "Typists strike the capital O for the nought that their machine lacks, and engines take the two for each "
        "other. A capital O among or after figures is the nought. A small o behind figures is also a book size (8o) "
        "or an ordinal, and an O before them a code or oxygen, so these are only proposed or left.",
    .example_before = "1O0 roubles at O.5 per cent",
    .example_after = "100 roubles at 0.5 per cent",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kAmongFigures = 0.97;
constexpr double kBeforeDecimals = 0.95;
constexpr double kUnclear = 0.75;

std::string with_noughts(std::string_view figures) {
  std::string out(figures);
  std::replace(out.begin(), out.end(), 'O', '0');
  std::replace(out.begin(), out.end(), 'o', '0');
  return out;
}

class TypewriterOForZero final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (is_token(input, i, text::TokenKind::kMixed))
        propose_in_number(input, i, edits);
      else if (is_token(input, i, text::TokenKind::kWord) && token_text(input, i) == "O")
        propose_before_decimals(input, i, edits);
    }
  }

 private:
  static void propose_in_number(const RuleInput& input, std::size_t i, std::vector<edit::Edit>& edits) {
    const auto number = typed_number(input, i);
    if (!number || number->upper_os + number->lower_os == 0) return;
    const std::string_view figures = number->figures;
    const char first = figures.front();
    const char last = figures.back();
    const bool begins_with_o = first == 'O' || first == 'o';
    // "O2" is a gas, "o5" nothing at all.
    if (begins_with_o && number->size() < 3) return;
    // "8o" and "4o" are sizes of books, "2o" an ordinal elsewhere in Europe.
    if (last == 'o' && number->size() == 2) return;
    // "0O" is dirt; where an I stands too, half of the number would stay wrong.
    const bool has_value = figures.find_first_of("123456789l") != std::string_view::npos;
    const bool is_clear = !begins_with_o && number->lower_os == 0 && number->upper_is == 0 && has_value;
    edits.push_back(make_edit(kInfo, input, input.tokens[i].span, with_noughts(figures) + std::string(number->suffix),
                              "an O among figures is the figure 0", is_clear ? kAmongFigures : kUnclear));
    if (!is_clear) edits.back().applicability = edit::Applicability::kProposed;
  }

  // "O.5" and "£O.5"; "J. O. 5" and "R.O.5" are initials and codes.
  static void propose_before_decimals(const RuleInput& input, std::size_t i, std::vector<edit::Edit>& edits) {
    if (token_text(input, i + 1) != "." || !is_token(input, i + 2, text::TokenKind::kNumber)) return;
    if (!has_space_before(input, i)) {
      const std::string_view before = token_text(input, i - 1);
      if (before != "£" && before != "$" && before != "(") return;
    }
    if (is_inside_address(input, i)) return;
    edits.push_back(
        make_edit(kInfo, input, input.tokens[i].span, "0", "an O before decimals is the figure 0", kBeforeDecimals));
  }
};

}  // namespace

std::unique_ptr<Rule> make_typewriter_o_for_zero() { return std::make_unique<TypewriterOForZero>(); }

}  // namespace emend::correct
