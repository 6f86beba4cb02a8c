// Takes running heads, page numbers, signature marks and catchwords out of the running text.
//
// What they are is told by layout/furniture.h; here it becomes edits that remove their lines. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "edit/edit.h"
#include "layout/page_layout.h"
#include "layout/page_series.h"

namespace emend::correct {

inline constexpr std::array<std::string_view, 4> kPageFurnitureIds = {"running-head", "page-number", "signature-mark",
                                                                      "catchword"};

// `pages` are those of the document, and the series holds them from `first_in_series` on, whether alone or with pages
// of other files around them. `raw_text` is theirs. Edits are sorted by place.
std::vector<edit::Edit> page_furniture_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages,
                                             const layout::PageSeries& series, std::size_t first_in_series);

}  // namespace emend::correct
