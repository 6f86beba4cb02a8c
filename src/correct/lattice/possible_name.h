// Capitalised words that nobody knows: each may be a name, and a text is no proof against a name. Pure.
#pragma once

#include <string_view>

#include "correct/lattice/change.h"

namespace emend::correct {

// Whether the first letter is a capital, and of the others only those that begin a part: "Buszard", "O'Farrell",
// "McPherson", "Smith-Brown", and "B".
bool is_cased_as_name(std::string_view word);

// Whether the change replaces a word inside a sentence, or divides one, that may be a name. `text` is the text that the
// change is of.
bool may_be_name(const Change& change, std::string_view text);

}  // namespace emend::correct
