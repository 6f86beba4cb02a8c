#include "correct/structure/footnotes.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "edit/apply.h"
#include "layout/note_numbers.h"
#include "layout/note_places.h"

namespace emend::correct {
namespace {

// On the fitted books 98 of 100 marks whose note is there are right, and 9 of 10 whose note is not.
constexpr double kWithItsNote = 0.98;
constexpr double kOrphaned = 0.85;
constexpr double kLeastProbability = 0.8;

// The traditional order of the signs, as letters: a text that says [A] can be searched and typed.
constexpr std::string_view kFirstSign = "A";

struct PageEditor {
  std::string_view raw_text;
  const layout::PageLayout& page;
  const layout::NoteNumbers& numbers;
  FootnoteEdits& out;

  void add(const layout::NotePlace& place, std::string_view id, text::Span span, std::string after,
           const std::string& label, bool has_partner) const {
    edit::Edit edit;
    edit.span = span;
    edit.before = std::string(span.of(raw_text));
    edit.after = std::move(after);
    if (edit.before == edit.after) return;
    edit.rule = id;
    const std::string read =
        place.glyphs.empty() ? "the engine read nothing there" : "it was read as “" + place.glyphs + "”";
    edit.reason = id == kRaisedMarkId ? "A raised figure behind a word is a footnote mark; " + read
                                      : "A raised figure begins a note; " + read;
    edit.probability =
        (has_partner || id == kFootnoteLabelId ? kWithItsNote : kOrphaned) * std::max(0.9, numbers.probability);
    edit.applicability = edit.probability >= kLeastProbability && (has_partner || id == kFootnoteLabelId)
                             ? edit::Applicability::kAutomatic
                             : edit::Applicability::kProposed;
    edit.evidence.push_back({"layout", "The ink hangs above the line's feet and is too large for a quote", 3});
    edit.evidence.push_back({"document",
                             has_partner ? fmt::format("The page has a mark and a note {}", label)
                                         : fmt::format("The page has no other {}", label),
                             has_partner ? 2.0 : -1.0});
    edit.evidence.push_back({"document",
                             numbers.counts_on ? "The book counts its notes on from page to page"
                                               : "The notes of a page are counted from 1",
                             0});
    out.edits.push_back(std::move(edit));
  }

  void add_mark(const layout::NotePlace& place, const std::string& label, bool has_partner) const {
    add(place, kRaisedMarkId, place.span, "[" + label + "]" + (place.needs_space ? " " : ""), label, has_partner);
  }

  // Each note is a paragraph.
  void add_label(const layout::NotePlace& place, const std::string& label, bool has_partner) const {
    text::Span span = place.span;
    std::string after = "[" + label + "]" + (place.needs_space ? " " : "");
    const auto before = [&](std::size_t back) { return span.begin >= back ? raw_text[span.begin - back] : '\n'; };
    if (place.begins_line) {
      if (before(1) == '\n' && before(2) != '\n') after.insert(0, "\n");
    } else {
      while (span.begin > 0 && raw_text[span.begin - 1] == ' ') --span.begin;
      after.insert(0, "\n\n");
    }
    add(place, kFootnoteLabelId, span, std::move(after), label, has_partner);
  }
};

// A typist's X and XX stay what they are.
std::string sign_label(const std::string& glyphs) {
  if (glyphs == "X" || glyphs == "x") return "X";
  if (glyphs == "XX" || glyphs == "xx") return "XX";
  return std::string(kFirstSign);
}

// Numbers are given to what is no asterisk, in order.
std::vector<std::string> labels_of(const std::vector<layout::NotePlace>& places, const std::vector<int>& numbers) {
  std::vector<std::string> labels;
  std::size_t next = 0;
  for (const layout::NotePlace& place : places)
    labels.push_back(place.is_asterisk ? sign_label(place.glyphs) : std::to_string(numbers.at(next++)));
  return labels;
}

}  // namespace

FootnoteEdits footnote_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages,
                             const layout::PageSeries& series, std::size_t first_in_series) {
  FootnoteEdits out;
  std::vector<layout::NoteReadings> readings;
  for (const layout::SeriesPage& page : series.pages()) readings.push_back(page.notes);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const layout::PageNotes notes = layout::find_notes(pages[p], series.pages()[first_in_series + p].edges);
    // Raised figures on a page without a note are powers, ordinals and stains.
    if (notes.labels.empty()) continue;
    const layout::NoteNumbers numbers = layout::number_notes(readings, first_in_series + p);
    const std::vector<std::string> marks = labels_of(notes.marks, numbers.marks);
    const std::vector<std::string> labels = labels_of(notes.labels, numbers.labels);
    const std::set<std::string> marked(marks.begin(), marks.end()), noted(labels.begin(), labels.end());
    const PageEditor editor{raw_text, pages[p], numbers, out};
    for (std::size_t i = 0; i < marks.size(); ++i) {
      editor.add_mark(notes.marks[i], marks[i], noted.contains(marks[i]));
      if (!noted.contains(marks[i])) out.orphans.push_back({pages[p].number, marks[i], true});
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      editor.add_label(notes.labels[i], labels[i], marked.contains(labels[i]));
      if (!marked.contains(labels[i])) out.orphans.push_back({pages[p].number, labels[i], false});
    }
  }
  edit::sort_by_place(out.edits);
  return out;
}

}  // namespace emend::correct
