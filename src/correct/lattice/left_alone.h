// What the decoder of words leaves as it stands, whatever it thinks of it: nobody is even asked. Pure.
#pragma once

#include <string_view>

#include "correct/lattice/change.h"

namespace emend::correct {

// Addresses and code, words among those of another language or in other letters, spellings of other times, and words in
// which an apostrophe stands for letters.
bool is_left_alone(const Change& change, std::string_view text);

}  // namespace emend::correct
