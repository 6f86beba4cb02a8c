// Numbers of print whose figures engines read as letters: ordinals, the Roman numbers of chapters, the hours of the day
// in small capitals; and brackets that were read as braces.
//
// For scans only. Each is changed where its own form leaves no other reading: a letter among the figures of an ordinal,
// a Roman number that is none, a small letter before the capital M of an hour. Pure.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "edit/edit.h"

namespace emend::correct {

inline constexpr std::array<std::string_view, 4> kPrintNumberIds = {"misread-ordinal", "misread-roman-number",
                                                                    "small-capital-hours", "misread-bracket"};

// Edits are sorted by place and may overlap those of other sources.
std::vector<edit::Edit> print_number_edits(std::string_view raw_text);

}  // namespace emend::correct
