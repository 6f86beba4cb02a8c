#include "correct/structure/structure.h"

#include <iterator>
#include <utility>

#include "correct/structure/page_furniture.h"
#include "correct/structure/paragraphs.h"
#include "correct/structure/print_marks.h"
#include "correct/structure/print_numbers.h"
#include "edit/apply.h"

namespace emend::correct {

StructureEdits structure_edits(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                               const layout::PageSeries& series, std::size_t first_in_series) {
  const std::string_view raw = document.raw.text();
  StructureEdits found;
  found.edits = page_furniture_edits(raw, pages, series, first_in_series);
  if (document.kind != document::SourceKind::kScan) return found;

  FootnoteEdits notes = footnote_edits(raw, pages, series, first_in_series);
  found.orphans = std::move(notes.orphans);
  std::vector<edit::Edit> breaks = paragraph_edits(raw, pages, series, first_in_series, found.edits);
  std::vector<edit::Edit> marks = print_mark_edits(raw, pages);
  std::vector<edit::Edit> numbers = print_number_edits(raw);
  for (auto* edits : {&notes.edits, &breaks, &marks, &numbers})
    std::move(edits->begin(), edits->end(), std::back_inserter(found.edits));
  edit::sort_by_place(found.edits);
  return found;
}

}  // namespace emend::correct
