#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/caret.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "inserted-words",
    .group = "typist",
    .summary = "Put words that a caret inserts into their place",
    .why =
        "Words that were forgotten are typed above the line, with a caret where they belong; who copies such a page "
        "writes them between carets. A short line above a line with one caret goes where the caret is. It is only "
        "proposed, unless --marks asks for it: plain sets the words in, markdown marks them as inserted. A caret "
        "that is glued to what stands before it is a power or a note and stays.",
    .example_before = "we shall ^ not ^ pay",
    .example_after = "we shall not pay",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kBetweenCarets = 0.93;
constexpr double kLineAbove = 0.9;
// Words of an insertion.
constexpr std::size_t kMostWords = 6;
// Columns between the caret and the words above it.
constexpr std::size_t kFarthestColumns = 25;

class InsertedWords final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (!is_token(input, i, text::TokenKind::kPunctuation) || !text::is_caret(token_text(input, i))) continue;
      if (!has_space_before(input, i)) continue;
      const std::size_t second = second_caret(input, i);
      if (second != kNoToken) {
        propose_between(input, i, second, edits);
        i = second;
      } else {
        propose_line_above(input, i, edits);
      }
    }
  }

 private:
  // The caret that closes what the one at `first` opens; kNoToken where there is none near on the line.
  static std::size_t second_caret(const RuleInput& input, std::size_t first) {
    std::size_t words = 0;
    for (std::size_t i = next_on_line(input, first); i != kNoToken; i = next_on_line(input, i)) {
      if (text::is_caret(token_text(input, i))) return words > 0 ? i : kNoToken;
      if (text::is_wordlike(input.tokens[i].kind) && ++words > kMostWords) break;
    }
    return kNoToken;
  }

  static std::string as_asked(const RuleInput& input, std::string_view words) {
    if (input.rendering.marks == TypistMarks::kMarkdown) return "<ins>" + std::string(words) + "</ins>";
    return std::string(words);
  }

  static void add(const RuleInput& input, text::Span span, std::string after, const char* reason, double probability,
                  std::vector<edit::Edit>& edits) {
    edits.push_back(make_edit(kInfo, input, span, std::move(after), reason, probability));
    if (input.rendering.marks == TypistMarks::kKeep) edits.back().applicability = edit::Applicability::kProposed;
  }

  static void propose_between(const RuleInput& input, std::size_t first, std::size_t second,
                              std::vector<edit::Edit>& edits) {
    const text::Span inside{input.tokens[first].span.end, input.tokens[second].span.begin};
    const text::Span whole{input.tokens[first].span.begin, input.tokens[second].span.end};
    std::string after = as_asked(input, text::trimmed(inside.of(input.text)));
    if (text::is_wordlike(kind_after(input, second))) after += " ";
    add(input, whole, std::move(after), "the words stand between two carets", kBetweenCarets, edits);
  }

  static text::TokenKind kind_after(const RuleInput& input, std::size_t i) {
    return i + 1 < input.tokens.size() ? input.tokens[i + 1].kind : text::TokenKind::kLineBreak;
  }

  // The line above holds a few words near the column of the caret, set apart from the margin.
  static void propose_line_above(const RuleInput& input, std::size_t caret, std::vector<edit::Edit>& edits) {
    const text::Span mark = input.tokens[caret].span;
    const std::size_t line = input.lines.line_of(mark.begin);
    if (line == 0) return;
    const text::Span above = input.lines.line_span(line - 1);
    const std::string_view words = text::trimmed(above.of(input.text));
    const text::Span here = input.lines.line_span(line);
    if (words.empty() || words.size() * 2 > here.size() || text::is_caret(words)) return;
    if (static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) >= kMostWords) return;
    const std::size_t indent = above.of(input.text).find_first_not_of(" \t");
    if (indent == 0) return;
    const std::size_t column = text::count_code_points(input.text.substr(here.begin, mark.begin - here.begin));
    if (std::max(indent, column) - std::min(indent, column) > kFarthestColumns + words.size()) return;
    // A second caret on the line would leave open which is meant.
    for (std::size_t i = caret + 1; i < input.tokens.size() && input.tokens[i].span.begin < here.end; ++i)
      if (text::is_caret(token_text(input, i))) return;
    for (std::size_t i = caret; i > 0 && input.tokens[i - 1].span.begin >= here.begin; --i)
      if (text::is_caret(token_text(input, i - 1))) return;
    const std::string_view before = input.text.substr(here.begin, mark.begin - here.begin);
    std::string after(before);
    after += as_asked(input, words);
    if (text::is_wordlike(kind_after(input, caret))) after += " ";
    add(input, {above.begin, mark.end}, std::move(after), "the words above belong where the caret is", kLineAbove,
        edits);
  }
};

}  // namespace

std::unique_ptr<Rule> make_inserted_words() { return std::make_unique<InsertedWords>(); }

}  // namespace emend::correct
