#include "correct/structure/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "edit/apply.h"
#include "layout/note_places.h"
#include "layout/paragraph_breaks.h"

namespace emend::correct {
namespace {

// Below this a person decides; the engine's break stands.
constexpr double kAutomaticProbability = 0.8;
constexpr double kLeastProbability = 0.6;
// No break is surer than this without its reader.
constexpr double kMostProbable = 0.99;

bool is_taken_out(text::Span line, const std::vector<edit::Edit>& taken_out) {
  return std::any_of(taken_out.begin(), taken_out.end(), [&](const edit::Edit& edit) {
    return edit.applicability == edit::Applicability::kAutomatic && edit.span.begin <= line.begin &&
           line.end <= edit.span.end;
  });
}

// What stands between two lines that follow each other in the text; nothing where other text does.
std::optional<text::Span> gap_between(std::string_view raw_text, const layout::LineLayout& above,
                                      const layout::LineLayout& below) {
  if (below.span.begin <= above.span.end) return std::nullopt;
  const text::Span gap{above.span.end, below.span.begin};
  if (gap.of(raw_text).find_first_not_of(" \n") != std::string_view::npos) return std::nullopt;
  return gap;
}

class Editor {
 public:
  Editor(std::string_view raw_text, std::vector<edit::Edit>& edits) : raw_text_(raw_text), edits_(edits) {}

  // Makes the gap what the signs say it is.
  void decide(text::Span gap, const layout::ParagraphBreak& found) {
    const bool is_broken = std::count(raw_text_.begin() + static_cast<std::ptrdiff_t>(gap.begin),
                                      raw_text_.begin() + static_cast<std::ptrdiff_t>(gap.end), '\n') > 1;
    const bool breaks = found.log_odds() > 0;
    if (is_broken == breaks) return;
    const double probability = breaks ? found.probability() : 1 - found.probability();
    if (probability < kLeastProbability) return;
    edit::Edit edit;
    // Only the line feeds that come or go, so that what else is decided at the lines' ends stays free.
    edit.span = breaks ? text::Span{gap.end, gap.end} : text::Span{gap.begin + 1, gap.end};
    edit.before = std::string(edit.span.of(raw_text_));
    edit.after = breaks ? "\n" : "";
    edit.rule = breaks ? kMissingBreakId : kFalseBreakId;
    edit.reason = breaks ? "A paragraph ends here on the page" : "No paragraph ends here on the page";
    edit.probability = std::min(probability, kMostProbable);
    edit.applicability =
        probability >= kAutomaticProbability ? edit::Applicability::kAutomatic : edit::Applicability::kProposed;
    for (const layout::BreakSign& sign : found.signs)
      edit.evidence.push_back({"layout", sign.statement, breaks ? sign.log_odds : -sign.log_odds});
    edits_.push_back(std::move(edit));
  }

 private:
  std::string_view raw_text_;
  std::vector<edit::Edit>& edits_;
};

}  // namespace

std::vector<edit::Edit> paragraph_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages,
                                        const layout::PageSeries& series, std::size_t first_in_series,
                                        const std::vector<edit::Edit>& taken_out) {
  std::vector<edit::Edit> edits;
  Editor editor(raw_text, edits);
  std::vector<std::vector<std::size_t>> text_lines(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const layout::PageLayout& page = pages[p];
    const layout::PageNotes notes = layout::find_notes(page, series.pages()[first_in_series + p].edges);
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < page.lines.size(); ++line)
      if (!is_taken_out(page.lines[line].span, taken_out)) lines.push_back(line);
    const auto is_note = [&](std::size_t line) {
      return std::find(notes.note_lines.begin(), notes.note_lines.end(), line) != notes.note_lines.end();
    };
    const auto begins_note = [&](std::size_t line) {
      return std::any_of(notes.labels.begin(), notes.labels.end(),
                         [&](const layout::NotePlace& label) { return label.line == line && label.begins_line; });
    };
    for (std::size_t at = 1; at < lines.size(); ++at) {
      const auto gap = gap_between(raw_text, page.lines[lines[at - 1]], page.lines[lines[at]]);
      if (!gap || begins_note(lines[at])) continue;  // a label brings its own break
      if (is_note(lines[at]) && is_note(lines[at - 1])) {
        editor.decide(*gap, {{{"The lines are of one note", -3}}});
        continue;
      }
      const bool engine_breaks = std::count(gap->of(raw_text).begin(), gap->of(raw_text).end(), '\n') > 1;
      editor.decide(*gap, layout::paragraph_break(page, lines, at, engine_breaks));
    }
    text_lines[p] = std::move(lines);
  }
  for (std::size_t p = 1; p < pages.size(); ++p) {
    if (text_lines[p - 1].empty() || text_lines[p].empty()) continue;
    const layout::LineLayout& above = pages[p - 1].lines[text_lines[p - 1].back()];
    const layout::LineLayout& below = pages[p].lines[text_lines[p].front()];
    const layout::PageNotes notes = layout::find_notes(pages[p - 1], series.pages()[first_in_series + p - 1].edges);
    if (!notes.note_lines.empty()) continue;  // notes stand between the two halves
    // Lines that are taken out may stand between; the first gap behind the upper line is the one to close.
    const std::size_t end = raw_text.find_first_not_of(" \n", above.span.end);
    if (end == std::string_view::npos || end > below.span.begin) continue;
    editor.decide({above.span.end, end}, layout::page_break(pages[p - 1], text_lines[p - 1], pages[p], text_lines[p]));
  }
  edit::sort_by_place(edits);
  return edits;
}

}  // namespace emend::correct
