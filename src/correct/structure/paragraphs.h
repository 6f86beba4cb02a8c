// Puts empty lines where paragraphs end on a scanned page, and takes them out where none does.
//
// Whether one does is told by layout/paragraph_breaks.h. Text without a scan has the rule false-paragraph-break, under
// whose name breaks are closed here, too. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "edit/edit.h"
#include "layout/page_layout.h"
#include "layout/page_series.h"

namespace emend::correct {

inline constexpr std::string_view kMissingBreakId = "missing-paragraph-break";
inline constexpr std::string_view kFalseBreakId = "false-paragraph-break";

// `taken_out` are edits that remove whole lines (page_furniture.h), sorted by place; those lines are passed over. Edits
// are sorted by place.
std::vector<edit::Edit> paragraph_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages,
                                        const layout::PageSeries& series, std::size_t first_in_series,
                                        const std::vector<edit::Edit>& taken_out);

}  // namespace emend::correct
