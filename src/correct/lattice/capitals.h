// Text that is written in capitals: single words, and long runs such as teletypes, in which capitals tell nothing of a
// word. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "correct/lattice/units.h"

namespace emend::correct {

// Whether what is seen is meant to be all in capitals: at least two of them, and more than small letters.
bool is_capital_word(std::string_view seen);

// Sets is_in_capitals of the units of the text.
void mark_capitals(std::string_view text, std::vector<Unit>& units);

}  // namespace emend::correct
