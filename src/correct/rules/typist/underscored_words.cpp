#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "underscored-words",
    .group = "typist",
    .summary = "Take the underlining of words out, or write it as the user asked for",
    .why =
        "Who copies an underlined word writes it between two underscores, and engines see the line below a heading "
        "as a row of them. --marks plain leaves the words alone; --marks markdown keeps underscores around words, "
        "which are Markdown already, and brings a row below a line there. Blanks to fill in, names of files and "
        "lines of dashes below a table stay.",
    .example_before = "this is _very_ important",
    .example_after = "this is very important",
    .applicability = edit::Applicability::kAutomatic,
    .on_request = "--marks plain",
};

constexpr double kAroundWords = 0.97;
constexpr double kRowBelow = 0.92;
// Words between two underscores.
constexpr std::size_t kMostWords = 12;
constexpr std::size_t kShortestRow = 3;

bool is_row_of(std::string_view line, std::string_view signs) {
  return line.size() >= kShortestRow && signs.find(line.front()) != signs.npos &&
         std::all_of(line.begin(), line.end(), [&](char c) { return c == line.front(); });
}

class UnderscoredWords final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    if (input.rendering.marks == TypistMarks::kKeep) return;
    if (input.rendering.marks == TypistMarks::kPlain) propose_around_words(input, edits);
    propose_rows(input, edits);
  }

 private:
  static bool opens(const RuleInput& input, std::size_t i) {
    return token_text(input, i) == "_" && is_free_before(input, i) && i + 1 < input.tokens.size() &&
           !has_space_after(input, i);
  }

  // "file_name_of" is no underlining.
  static bool is_free_before(const RuleInput& input, std::size_t i) {
    return has_space_before(input, i) || is_token(input, i - 1, text::TokenKind::kPunctuation);
  }
  static bool is_free_after(const RuleInput& input, std::size_t i) {
    return has_space_after(input, i) || is_token(input, i + 1, text::TokenKind::kPunctuation);
  }

  static void propose_around_words(const RuleInput& input, std::vector<edit::Edit>& edits) {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (!opens(input, i) || is_inside_address(input, i)) continue;
      const std::size_t closing = closing_after(input, i);
      if (closing == kNoToken) continue;
      const text::Span inside{input.tokens[i].span.end, input.tokens[closing].span.begin};
      edits.push_back(make_edit(kInfo, input, {input.tokens[i].span.begin, input.tokens[closing].span.end},
                                std::string(inside.of(input.text)), "two underscores stand for underlining",
                                kAroundWords));
      i = closing;
    }
  }

  static std::size_t closing_after(const RuleInput& input, std::size_t opening) {
    std::size_t words = 0;
    for (std::size_t i = next_on_line(input, opening); i != kNoToken; i = next_on_line(input, i)) {
      if (token_text(input, i) == "_")
        return words > 0 && !has_space_before(input, i) && is_free_after(input, i) ? i : kNoToken;
      if (text::is_wordlike(input.tokens[i].kind) && ++words > kMostWords) break;
    }
    return kNoToken;
  }

  // A row as long as the line above, or nearly. In Markdown, rows of - and = below a line make it a heading already.
  static void propose_rows(const RuleInput& input, std::vector<edit::Edit>& edits) {
    const bool is_plain = input.rendering.marks == TypistMarks::kPlain;
    for (std::size_t line = 1; line < input.lines.line_count(); ++line) {
      const text::Span row = input.lines.line_span(line);
      const std::string_view signs = text::trimmed(row.of(input.text));
      if (!is_row_of(signs, is_plain ? "_-=" : "_")) continue;
      const text::Span above = input.lines.line_span(line - 1);
      const std::string_view words = text::trimmed(above.of(input.text));
      const std::size_t letters = text::count_code_points(words);
      if (letters == 0 || signs.size() > letters + 4 || signs.size() * 2 < letters || is_row_of(words, "_-=")) continue;
      // Columns above, or a line above the table.
      if (words.find("   ") != words.npos || words.find('|') != words.npos || words.find('\t') != words.npos) continue;
      const text::Span taken{above.end, row.end};
      if (is_plain) {
        edits.push_back(make_edit(kInfo, input, taken, "", "the row underlines the line above", kRowBelow));
      } else if (words.front() != '_') {
        const auto begin = static_cast<std::size_t>(words.data() - input.text.data());
        edits.push_back(make_edit(kInfo, input, {begin, row.end}, "_" + std::string(words) + "_",
                                  "the row underlines the line above", kRowBelow));
      }
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_underscored_words() { return std::make_unique<UnderscoredWords>(); }

}  // namespace emend::correct
