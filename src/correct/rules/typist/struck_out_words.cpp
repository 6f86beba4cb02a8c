#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "struck-out-words",
    .group = "typist",
    .summary = "Take out what a typist struck out with a row of x",
    .why =
        "A typist who goes wrong types x over the word, or another key many times. What was below cannot be read and "
        "was not meant. It is only proposed, since a name may have been hidden so, unless --marks asks for it: plain "
        "takes the row out, markdown keeps it as struck out. Three x are also a Roman number, and lines of nothing "
        "else are ornaments.",
    .example_before = "at the last xxxxxxx meeting",
    .example_after = "at the last meeting",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kRow = 0.9;
// A word that the typist began and struck out in part.
constexpr double kBegunWord = 0.7;
constexpr std::size_t kFewest = 4;

bool is_x(char c) { return c == 'x' || c == 'X'; }

bool is_row_of_x(std::string_view token) {
  return token.size() >= kFewest && std::all_of(token.begin(), token.end(), is_x);
}

// Keys that make no ornament: a row of / or # inside a line.
bool is_row_of_signs(std::string_view token) {
  constexpr std::string_view kKeys = "/#%&@";
  return token.size() >= kFewest && kKeys.find(token.front()) != kKeys.npos;
}

bool ends_in_row_of_x(std::string_view token) {
  std::size_t count = 0;
  while (count < token.size() && is_x(token[token.size() - 1 - count])) ++count;
  return count >= kFewest && count < token.size();
}

bool is_struck_out(const RuleInput& input, std::size_t i) {
  const std::string_view token = token_text(input, i);
  return is_row_of_x(token) || (is_token(input, i, text::TokenKind::kPunctuation) && is_row_of_signs(token));
}

class StruckOutWords final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      const bool is_begun = is_token(input, i, text::TokenKind::kWord) && ends_in_row_of_x(token_text(input, i));
      if (!is_begun && !is_struck_out(input, i)) continue;
      const std::size_t first = i;
      while (is_struck_out(input, next_on_line(input, i)) && !is_begun) i = next_on_line(input, i);
      if (is_inside_address(input, first) && !token_text(input, first).starts_with('/')) continue;
      propose_row(input, first, i, is_begun, edits);
    }
  }

 private:
  static void propose_row(const RuleInput& input, std::size_t first, std::size_t last, bool is_begun,
                          std::vector<edit::Edit>& edits) {
    const std::size_t before = previous_on_line(input, first);
    const std::size_t after = next_on_line(input, last);
    if (before == kNoToken && after == kNoToken) return;  // an ornament
    text::Span row{input.tokens[first].span.begin, input.tokens[last].span.end};
    std::string meant;
    if (input.rendering.marks == TypistMarks::kMarkdown) {
      if (token_text(input, first - 1) == "~~") return;
      meant = "~~" + std::string(row.of(input.text)) + "~~";
    } else if (!has_space_before(input, first) || !has_space_after(input, last)) {
      // A mark stands beside it, and keeps its place: "the xxxx, and" becomes "the, and".
      if (is_token(input, last + 1, text::TokenKind::kPunctuation) && first > 0 &&
          is_token(input, first - 1, text::TokenKind::kSpace))
        row.begin = input.tokens[first - 1].span.begin;
    } else if (after != kNoToken) {
      row.end = input.tokens[after].span.begin;
    } else {
      row.begin = input.tokens[before].span.end;
    }
    edits.push_back(make_edit(kInfo, input, row, std::move(meant),
                              is_begun ? "the end of the word is typed over" : "a row of one key strikes a word out",
                              is_begun ? kBegunWord : kRow));
    if (is_begun || input.rendering.marks == TypistMarks::kKeep)
      edits.back().applicability = edit::Applicability::kProposed;
  }
};

}  // namespace

std::unique_ptr<Rule> make_struck_out_words() { return std::make_unique<StruckOutWords>(); }

}  // namespace emend::correct
