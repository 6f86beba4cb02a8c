#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "unasked-fraction",
    .group = "typography",
    .summary = "Write fractions in the form that the user asked for",
    .why =
        "Most typewriters have no more than a half and a quarter, and typists write the others with a stroke: 3 1/8. "
        "--typography curly sets the signs that print has, glued to the whole number; --typography plain writes every "
        "sign with a stroke. Dates, dollars by the piece and figures of accounts, as 1/2/17 and 12/6, are no "
        "fractions.",
    .example_before = "about 3 1/2 per cent",
    .example_after = "about 3½ per cent",
    .applicability = edit::Applicability::kAutomatic,
    .on_request = "--typography curly",
};

constexpr double kAfterWhole = 0.97;
constexpr double kAlone = 0.93;
constexpr double kPlain = 0.999;
// Digits of the longest whole number before a fraction.
constexpr std::size_t kMostWholeDigits = 3;

struct Fraction {
  std::string_view typed;
  std::string_view sign;
};
constexpr Fraction kFractions[] = {{"1/2", "½"}, {"1/3", "⅓"}, {"2/3", "⅔"}, {"1/4", "¼"}, {"3/4", "¾"},
                                   {"1/5", "⅕"}, {"2/5", "⅖"}, {"3/5", "⅗"}, {"4/5", "⅘"}, {"1/6", "⅙"},
                                   {"5/6", "⅚"}, {"1/8", "⅛"}, {"3/8", "⅜"}, {"5/8", "⅝"}, {"7/8", "⅞"}};

// Words behind which two figures with a stroke are a reference or a date.
constexpr std::string_view kReferences[] = {"No",  "no",    "Nos",  "Order", "file",     "File", "Ref",
                                            "ref", "dated", "page", "p",     "Circular", "Room", "£"};

class UnaskedFraction final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    if (input.rendering.typography == Typography::kCurly) propose_signs(input, edits);
    if (input.rendering.typography == Typography::kPlain) propose_strokes(input, edits);
  }

 private:
  static void propose_signs(const RuleInput& input, std::vector<edit::Edit>& edits) {
    for (std::size_t i = 1; i + 1 < input.tokens.size(); ++i) {
      if (token_text(input, i) != "/" || !is_token(input, i - 1, text::TokenKind::kNumber)) continue;
      const text::Span typed{input.tokens[i - 1].span.begin, input.tokens[i + 1].span.end};
      const auto found = std::find_if(std::begin(kFractions), std::end(kFractions),
                                      [&](const Fraction& one) { return one.typed == typed.of(input.text); });
      if (found == std::end(kFractions) || is_part_of_more(input, i)) continue;
      const std::size_t before = previous_on_line(input, i - 1);
      // "3 1/2" and "3-1/2".
      std::size_t whole = before;
      if (token_text(input, before) == "-" && before + 1 == i - 1 && before > 0) whole = before - 1;
      const bool has_whole = whole != kNoToken && is_token(input, whole, text::TokenKind::kNumber) &&
                             input.tokens[whole].span.size() <= kMostWholeDigits &&
                             typed.begin - input.tokens[whole].span.end == 1;
      if (!has_whole && before != kNoToken && is_reference(input, before)) continue;
      const std::size_t begin = has_whole ? input.tokens[whole].span.end : typed.begin;
      edits.push_back(make_edit(kInfo, input, {begin, typed.end}, std::string(found->sign),
                                "“" + std::string(found->typed) + "” is a fraction", has_whole ? kAfterWhole : kAlone));
    }
  }

  // "1/2/17", "1/2-1/4" and "1/2d" belong to more than the fraction.
  static bool is_part_of_more(const RuleInput& input, std::size_t stroke) {
    const std::string_view next = token_text(input, stroke + 2);
    if (next == "/" || next == "-" || next == "=") return true;
    return stroke >= 2 && token_text(input, stroke - 2) == "/";
  }

  static bool is_reference(const RuleInput& input, std::size_t before) {
    std::string_view word = token_text(input, before);
    if (word == "." && before > 0) word = token_text(input, before - 1);
    return std::find(std::begin(kReferences), std::end(kReferences), word) != std::end(kReferences);
  }

  static void propose_strokes(const RuleInput& input, std::vector<edit::Edit>& edits) {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      const std::string_view sign = token_text(input, i);
      const auto found = std::find_if(std::begin(kFractions), std::end(kFractions),
                                      [&](const Fraction& one) { return one.sign == sign; });
      if (found == std::end(kFractions)) continue;
      const bool has_whole = i > 0 && is_token(input, i - 1, text::TokenKind::kNumber);
      edits.push_back(make_edit(kInfo, input, input.tokens[i].span, (has_whole ? " " : "") + std::string(found->typed),
                                "fractions with a stroke are asked for", kPlain));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_unasked_fraction() { return std::make_unique<UnaskedFraction>(); }

}  // namespace emend::correct
