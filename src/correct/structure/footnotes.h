// Footnote marks and the labels of notes on scanned pages, as [1] and each note a paragraph.
//
// Where they stand is told by layout/note_places.h, their numbers by layout/note_numbers.h; here both become edits.
// Text without a
// scan asks the same model (layout/note_sequence.h) by the rules misread-footnote-mark and misread-note-label. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "edit/edit.h"
#include "layout/page_layout.h"
#include "layout/page_series.h"

namespace emend::correct {

inline constexpr std::string_view kRaisedMarkId = "raised-footnote-mark";
inline constexpr std::string_view kFootnoteLabelId = "footnote-label";
inline constexpr std::array<std::string_view, 2> kFootnoteIds = {kRaisedMarkId, kFootnoteLabelId};

// A mark without a note, or a note without a mark.
struct OrphanedNote {
  int page = 1;  // number of the page
  std::string label;
  bool is_mark = false;  // else a note
};

struct FootnoteEdits {
  std::vector<edit::Edit> edits;  // sorted by place
  std::vector<OrphanedNote> orphans;
};

// `pages` are those of the document, and the series holds them from `first_in_series` on.
FootnoteEdits footnote_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages,
                             const layout::PageSeries& series, std::size_t first_in_series);

}  // namespace emend::correct
