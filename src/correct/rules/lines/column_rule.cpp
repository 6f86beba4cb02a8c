#include <optional>
#include <vector>

#include "correct/rule.h"
#include "correct/rules/lines/line_view.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "column-rule",
    .group = "lines",
    .summary = "Take out the letters that a rule between two columns is read as",
    .why =
        "The thin line between two columns is read as a lone i, j, l, t, 1 or I at the beginnings or ends of lines. No "
        "text has several lines that end so: only where three lines of a document, and one in fifty, hold such a "
        "stroke where no letter can be meant, they are taken out. The pronoun stays, and so does what may be a figure.",
    .example_before =
        "he was asked to leave j\nthe hall of the mill by\ni the chairman, and he\nj went down to the river\nwith his "
        "two sons.",
    .example_after =
        "he was asked to leave\nthe hall of the mill by\nthe chairman, and he\nwent down to the river\nwith his two "
        "sons.",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kStroke = 0.95;
constexpr std::size_t kFewestStrokes = 3;
// One line of so many has one at least.
constexpr std::size_t kMostLinesPerStroke = 50;
// Shorter lines are cells of a table or items of a list.
constexpr std::size_t kShortestLine = 12;

bool is_small(char32_t c) { return text::is_lower(c); }
bool is_capital(char32_t c) { return text::is_upper(c); }
bool ends_sentence(char32_t c) { return c == '.' || c == '?' || c == '!'; }

// What stands around a lone letter at the edge of a line; 0 where there is nothing.
struct Edge {
  char letter = 0;
  char32_t inside = 0;   // the nearest character of its own line, across the space
  char32_t outside = 0;  // the nearest one of the line before it or behind it
  bool is_at_end = false;
};

// Whether no letter or figure can be meant.
bool is_stroke(const Edge& edge) {
  const char32_t before = edge.is_at_end ? edge.inside : edge.outside;
  const char32_t behind = edge.is_at_end ? edge.outside : edge.inside;
  switch (edge.letter) {
    case 'i':
    case 'j':
    case 'l':
    case 't': return true;
    case '1':
    case 'J': return (is_small(before) || before == '-') && is_small(behind);
    // No verb is a capital; nothing ends in the pronoun between two sentences.
    case 'I':
      if (before == '-' && is_small(behind)) return true;
      return edge.is_at_end ? ends_sentence(before) && is_capital(behind)
                            : ends_sentence(before) && (is_capital(behind) || behind == '"' || behind == '(');
    default: return false;
  }
}

class ColumnRule final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    std::vector<text::Span> contents;
    for (std::size_t line = 0; line < input.lines.line_count(); ++line) {
      const LineView view = view_line(input, line);
      if (!view.is_blank()) contents.push_back(view.content);
    }
    std::vector<text::Span> strokes;
    for (std::size_t i = 0; i < contents.size(); ++i) {
      const text::Span before = i > 0 ? contents[i - 1] : text::Span{};
      const text::Span behind = i + 1 < contents.size() ? contents[i + 1] : text::Span{};
      append_strokes(input.text, before, contents[i], behind, strokes);
    }
    if (strokes.size() < kFewestStrokes || strokes.size() * kMostLinesPerStroke < contents.size()) return;
    for (const text::Span& stroke : strokes)
      edits.push_back(make_edit(kInfo, input, stroke, "",
                                "a lone stroke at the edge of a line, as in other lines of the document", kStroke));
  }

 private:
  // With the space that parts them from the line.
  static void append_strokes(std::string_view text, text::Span before, text::Span line, text::Span behind,
                             std::vector<text::Span>& strokes) {
    const std::string_view content = line.of(text);
    if (content.size() < kShortestLine || has_columns(content)) return;
    const auto first_of = [&](text::Span span) { return text::decode_at(span.of(text), 0).code_point; };
    const auto last_of = [&](text::Span span) { return text::decode_before(span.of(text), span.size()).code_point; };
    if (content[1] == ' ') {
      const Edge edge{content[0], text::decode_at(content, 2).code_point, before.is_empty() ? 0 : last_of(before),
                      false};
      if (is_stroke(edge)) strokes.push_back({line.begin, line.begin + 2});
    }
    if (content[content.size() - 2] == ' ') {
      const Edge edge{content.back(), text::decode_before(content, content.size() - 2).code_point,
                      behind.is_empty() ? 0 : first_of(behind), true};
      if (is_stroke(edge)) strokes.push_back({line.end - 2, line.end});
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_column_rule() { return std::make_unique<ColumnRule>(); }

}  // namespace emend::correct
