// Marks of print that engines render by halves: quotes as the wrong number of strokes, thin spaces as whole ones,
// dashes with one of them, underscores where the paper is dirty.
//
// For scans only: there the ink, or the printer's habit, tells what a text alone does not. Pure.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "edit/edit.h"
#include "layout/page_layout.h"

namespace emend::correct {

inline constexpr std::array<std::string_view, 5> kPrintMarkIds = {"misread-quote", "stray-quote", "thin-space",
                                                                  "torn-dash", "stray-underscore"};

// Edits are sorted by place and may overlap those of other sources.
std::vector<edit::Edit> print_mark_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages);

}  // namespace emend::correct
