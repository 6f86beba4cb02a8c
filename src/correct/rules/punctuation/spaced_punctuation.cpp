#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "spaced-punctuation",
    .group = "punctuation",
    .summary = "Set right the spaces inside brackets and quotation marks and after commas",
    .why =
        "Engines see a gap behind an opening bracket where there is none, and miss the narrow one behind a comma. "
        "Curly quotation marks show which side is the inside; straight ones do not and are left alone, as are "
        "addresses, numbers and documents that space these marks by custom.",
    .example_before = "the Narodniks ( so called ) came,but late",
    .example_after = "the Narodniks (so called) came, but late",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kInside = 0.94;
constexpr double kAfterComma = 0.94;

// A custom: so many times, and more often than the other way.
constexpr std::size_t kFewestOfCustom = 3;

bool is_opening(std::string_view token) { return token == "(" || token == "[" || token == "“"; }
bool is_closing(std::string_view token) { return token == ")" || token == "]" || token == "”"; }

bool are_partners(std::string_view opening, std::string_view closing) {
  return (opening == "(" && closing == ")") || (opening == "[" && closing == "]") || (opening == "“" && closing == "”");
}

bool is_spaced_opening(const RuleInput& input, std::size_t i) {
  return is_opening(token_text(input, i)) && is_token(input, i + 1, text::TokenKind::kSpace) &&
         is_token(input, i + 2, text::TokenKind::kWord);
}

bool is_spaced_closing(const RuleInput& input, std::size_t i) {
  return i >= 2 && is_closing(token_text(input, i)) && is_token(input, i - 1, text::TokenKind::kSpace) &&
         is_token(input, i - 2, text::TokenKind::kWord);
}

class SpacedPunctuation final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const bool is_custom = spaces_are_custom(input);
    // Marks that are open since the last empty line. Only pairs are touched: "1 )" is a list mark, and a bracket
    // without its partner is often a letter that was misread.
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      const text::TokenKind kind = input.tokens[i].kind;
      if (kind == text::TokenKind::kLineBreak && is_token(input, i + 1, text::TokenKind::kLineBreak)) open.clear();
      if (kind != text::TokenKind::kPunctuation) continue;
      const std::string_view mark = token_text(input, i);
      if (mark == "," || mark == ";") propose_after_comma(input, i, edits);
      if (is_custom) continue;
      if (is_opening(mark)) {
        open.push_back(i);
      } else if (is_closing(mark) && !open.empty()) {
        propose_inside_pair(input, open.back(), i, edits);
        open.pop_back();
      }
    }
  }

 private:
  static bool spaces_are_custom(const RuleInput& input) {
    std::size_t spaced = 0;
    std::size_t tight = 0;
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (input.tokens[i].kind != text::TokenKind::kPunctuation) continue;
      const std::string_view mark = token_text(input, i);
      if (is_opening(mark)) ++(is_spaced_opening(input, i) ? spaced : tight);
      if (is_closing(mark)) ++(is_spaced_closing(input, i) ? spaced : tight);
    }
    return spaced >= 2 * kFewestOfCustom && spaced > tight;
  }

  // "(s )" behind the name of a ship has lost its full stop rather than gained a space.
  static bool is_torn_abbreviation(const RuleInput& input, std::size_t opening, std::size_t closing) {
    return closing == opening + 3 && token_text(input, opening + 1).size() == 1;
  }

  static void propose_inside_pair(const RuleInput& input, std::size_t opening, std::size_t closing,
                                  std::vector<edit::Edit>& edits) {
    if (!are_partners(token_text(input, opening), token_text(input, closing))) return;
    if (is_torn_abbreviation(input, opening, closing)) return;
    if (is_spaced_opening(input, opening)) propose_inside(input, opening + 1, "behind an opening mark", edits);
    if (is_spaced_closing(input, closing)) propose_inside(input, closing - 1, "before a closing mark", edits);
  }

  static void propose_inside(const RuleInput& input, std::size_t space, const char* where,
                             std::vector<edit::Edit>& edits) {
    edits.push_back(
        make_edit(kInfo, input, input.tokens[space].span, "", std::string("a space stands ") + where, kInside));
  }

  // Both neighbours are words of the language in small letters: names and abbreviations may be glued for a reason.
  static void propose_after_comma(const RuleInput& input, std::size_t i, std::vector<edit::Edit>& edits) {
    if (i == 0) return;
    for (const std::size_t neighbour : {i - 1, i + 1}) {
      if (!is_token(input, neighbour, text::TokenKind::kWord)) return;
      const std::string_view word = token_text(input, neighbour);
      if (word.size() < 2 || text::casing_of(word) != text::Casing::kLower || !input.lexicon.has(word)) return;
    }
    if (is_inside_address(input, i)) return;
    const std::size_t end = input.tokens[i].span.end;
    edits.push_back(
        make_edit(kInfo, input, {end, end}, " ", "no space stands between the mark and the next word", kAfterComma));
  }
};

}  // namespace

std::unique_ptr<Rule> make_spaced_punctuation() { return std::make_unique<SpacedPunctuation>(); }

}  // namespace emend::correct
