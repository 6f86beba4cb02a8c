#include <memory>
#include <vector>

#include "correct/rule.h"
#include "correct/rules/lines/line_view.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "stray-indentation",
    .group = "lines",
    .summary = "Remove a stray space at the start of a line",
    .why =
        "A speck in the margin or a line that is a little askew becomes one space at the line's start. It is stray "
        "where it stands alone: inside a paragraph whose other lines begin at the margin, or on the first line of "
        "the text. Indentation that the text uses again, for paragraphs, verse, tables, lists or code, is left "
        "alone.",
    .example_before = "carried out, it is necessary that the\n engineers should be under control",
    .example_after = "carried out, it is necessary that the\nengineers should be under control",
    .applicability = edit::Applicability::kAutomatic,
};

// More than one line in ten with the same indentation: it is meant.
constexpr std::size_t kLinesPerStrayLine = 10;
// So few are stray in the shortest of texts, too.
constexpr std::size_t kAlwaysFew = 3;

// The last line of a paragraph that is shorter, in bytes, may be set in for a reason.
constexpr std::size_t kShortestLastLine = 25;

bool has_stray_space(const RuleInput& input, const LineView& view) {
  return !view.is_blank() && view.indent == 1 && input.text[view.whole.begin] == ' ';
}

bool is_at_margin(const LineView& view) { return !view.is_blank() && view.indent == 0; }

class StrayIndentation final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::size_t line_count = input.lines.line_count();
    std::vector<std::size_t> candidates;
    std::size_t filled_lines = 0;
    std::size_t indented_paragraphs = 0;
    bool is_first_line = true;
    LineView previous;
    for (std::size_t line = 0; line < line_count; ++line) {
      const LineView view = view_line(input, line);
      if (!view.is_blank()) ++filled_lines;
      if (has_stray_space(input, view)) {
        candidates.push_back(line);
        if (previous.is_blank() && !is_first_line) ++indented_paragraphs;
      }
      if (!view.is_blank()) is_first_line = false;
      previous = view;
    }
    if (candidates.size() > kAlwaysFew && candidates.size() * kLinesPerStrayLine > filled_lines) return;
    for (const std::size_t line : candidates) propose_removal(input, line, indented_paragraphs, edits);
  }

 private:
  static void propose_removal(const RuleInput& input, std::size_t line, std::size_t indented_paragraphs,
                              std::vector<edit::Edit>& edits) {
    const LineView here = view_line(input, line);
    const std::string_view content = here.content.of(input.text);
    if (has_columns(content) || starts_list_item(content)) return;
    const LineView above = line == 0 ? LineView{} : view_line(input, line - 1);
    const LineView below = line + 1 < input.lines.line_count() ? view_line(input, line + 1) : LineView{};
    const bool begins_paragraph = above.is_blank();
    if (begins_paragraph) {
      // A paragraph's indentation, unless no other paragraph has one and its own lines show where the margin is.
      if (indented_paragraphs > 0 || !is_at_margin(below) || !is_first_of_text(input, line)) return;
    } else {
      if (!is_at_margin(above) || !(below.is_blank() || below.indent == 0)) return;
      // At the foot of a page: its number, or the printer's mark of the sheet.
      if (below.is_blank() && content.size() < kShortestLastLine) return;
      const std::string_view content_above = above.content.of(input.text);
      // Every second line set in: a stanza.
      if (line >= 2 && has_stray_space(input, view_line(input, line - 2))) return;
      if (line + 2 < input.lines.line_count() && has_stray_space(input, view_line(input, line + 2))) return;
      // A list's second line hangs under its first word.
      if (starts_list_item(content_above) || has_columns(content_above)) return;
    }
    edits.push_back(make_edit(kInfo, input, {here.whole.begin, here.content.begin}, "",
                              begins_paragraph
                                  ? "The text's first line begins with a space, and the lines below do not"
                                  : "One line inside a paragraph begins with a space, and its neighbours do not",
                              begins_paragraph ? 0.95 : 0.97));
  }

  static bool is_first_of_text(const RuleInput& input, std::size_t line) {
    const text::Span before{0, input.lines.line_span(line).begin};
    return before.of(input.text).find_first_not_of(" \t\r\n\f") == std::string_view::npos;
  }
};

}  // namespace

std::unique_ptr<Rule> make_stray_indentation() { return std::make_unique<StrayIndentation>(); }

}  // namespace emend::correct
