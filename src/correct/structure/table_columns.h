// Keeps the columns of tables on scanned pages: spaces where the paper has room, so that cells stand below each other.
//
// Where they are is told by layout/tables.h. A text that was given as a text has its own spaces and stays. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "edit/apply.h"
#include "edit/edit.h"
#include "layout/page_layout.h"

namespace emend::correct {

inline constexpr std::string_view kTableColumnId = "table-column";

// Edits of `repaired`, the raw text with what was repaired, sorted. It is asked last, when words have their length.
std::vector<edit::Edit> table_column_edits(const std::vector<layout::PageLayout>& pages,
                                           const edit::CleanText& repaired);

}  // namespace emend::correct
