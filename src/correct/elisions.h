// Letters that an apostrophe stands for, as verse and speech have them: "'tis", "thro'", "goin'", "ev'ry".
#pragma once

#include <cstddef>
#include <string_view>

namespace emend::correct {

// Whether what begins at that place, behind an apostrophe, is a word that has lost its beginning, or the year of a
// century: "'tis", "'em", "'17".
bool begins_elided(std::string_view text, std::size_t behind_apostrophe);

// Whether what ends at that place, before an apostrophe, is a word that has lost its end: "thro'", "an'", "goin'".
bool ends_elided(std::string_view text, std::size_t apostrophe);

// Whether the one word is the other with an apostrophe for one or two of its letters: "ling'ring" and "lingering".
bool is_elision_of(std::string_view elided, std::string_view whole);

}  // namespace emend::correct
