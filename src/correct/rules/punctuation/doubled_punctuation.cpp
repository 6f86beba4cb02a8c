#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "doubled-punctuation",
    .group = "punctuation",
    .summary = "Write a doubled comma, semicolon, colon or full stop once",
    .why =
        "A speck beside a mark, or a key that bounced, doubles the mark. Two commas before a word are an opening "
        "quotation mark and stay, as do two between spaces, which repeat what stands above. Two full stops may be "
        "what is left of an ellipsis, so they are only proposed.",
    .example_before = "the Soviets,, the committees",
    .example_after = "the Soviets, the committees",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kComma = 0.95;
constexpr double kShortened = 0.8;
// Letters of the longest shortened name or month.
constexpr std::size_t kLongestShortened = 4;
constexpr double kColon = 0.8;
constexpr double kFullStop = 0.7;

class DoubledPunctuation final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t i = 1; i < input.tokens.size(); ++i) {
      if (input.tokens[i].kind != text::TokenKind::kPunctuation || input.tokens[i].span.size() != 2) continue;
      const std::string_view mark = token_text(input, i);
      if (mark != ",," && mark != ";;" && mark != "::" && mark != "..") continue;
      if (!text::is_wordlike(input.tokens[i - 1].kind) || !has_space_after(input, i)) continue;
      // ".. .." leads to a figure at the end of the line.
      const std::size_t next = next_on_line(input, i);
      if (mark == ".." && token_text(input, next).starts_with('.')) continue;
      if (is_inside_address(input, i)) continue;
      if (mark == ",," && may_be_shortened(input, i - 1)) {
        edits.push_back(make_edit(kInfo, input, input.tokens[i].span, ".,",
                                  "behind a shortened word the first of two commas is its full stop", kShortened));
        edits.back().applicability = edit::Applicability::kProposed;
        continue;
      }
      const bool is_clear = mark == ",," || mark == ";;";
      edits.push_back(make_edit(kInfo, input, input.tokens[i].span, std::string(1, mark[0]),
                                "the mark stands twice behind a word",
                                is_clear       ? kComma
                                : mark == "::" ? kColon
                                               : kFullStop));
      if (!is_clear) edits.back().applicability = edit::Applicability::kProposed;
    }
  }

 private:
  // An initial, "Co", "Feb", "10s": what is followed by a full stop anywhere.
  static bool may_be_shortened(const RuleInput& input, std::size_t i) {
    const std::string_view word = token_text(input, i);
    if (input.tokens[i].kind == text::TokenKind::kMixed) return true;
    if (input.tokens[i].kind != text::TokenKind::kWord) return false;
    return text::count_code_points(word) <= kLongestShortened && !text::is_lower(text::decode_at(word, 0).code_point);
  }
};

}  // namespace

std::unique_ptr<Rule> make_doubled_punctuation() { return std::make_unique<DoubledPunctuation>(); }

}  // namespace emend::correct
