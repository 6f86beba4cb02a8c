// Words whose beginning an apostrophe stands for.
#pragma once

#include <cstddef>
#include <string_view>

namespace emend::correct {

// Whether what begins at that place is such a word or the year of a century: "'tis", "'em", "'17".
bool is_elided(std::string_view text, std::size_t behind_apostrophe);

}  // namespace emend::correct
