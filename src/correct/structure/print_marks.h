// Marks of print that engines render by halves: quotes as the wrong number of strokes, thin spaces as whole ones,
// dashes with one of them, underscores where the paper is dirty; and initials and the & , whose forms few words help to
// read.
//
// For scans only: there the ink, or the printer's habit, tells what a text alone does not. Pure.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "edit/edit.h"
#include "layout/page_layout.h"

namespace emend::correct {

inline constexpr std::array<std::string_view, 7> kPrintMarkIds = {
    "misread-quote",    "stray-quote",     "thin-space",       "torn-dash",
    "stray-underscore", "misread-initial", "misread-ampersand"};

// Edits are sorted by place and may overlap those of other sources.
std::vector<edit::Edit> print_mark_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages);

}  // namespace emend::correct
