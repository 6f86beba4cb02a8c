// What the layout of a document's pages asks for: furniture out, footnotes numbered, paragraphs where they are, marks
// of print set right. The first thing that is proposed; the rules see the text as its automatic edits leave it.
//
// How it is known stands in src/layout. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "correct/structure/footnotes.h"
#include "document/document.h"
#include "edit/edit.h"
#include "layout/page_layout.h"
#include "layout/page_series.h"

namespace emend::correct {

struct StructureEdits {
  std::vector<edit::Edit> edits;  // sorted by place; may overlap
  std::vector<OrphanedNote> orphans;
};

// `pages` are those of the document, and the series holds them from `first_in_series` on, whether alone or with pages
// of other files around them. A text that was given as a text keeps its lines and marks: only its page furniture is
// looked for, where form feeds part its pages.
StructureEdits structure_edits(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                               const layout::PageSeries& series, std::size_t first_in_series);

}  // namespace emend::correct
