// Which of the decoder's changes are right, by the truth of the text. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "correct/lattice/decoder.h"

namespace emend::train {

// For each change whether it makes of its span what the truth has there. Marks at its ends do not count: that one was
// lost beside a word is no fault of the word's repair. Both texts are valid UTF-8; `changes` in the order of the text.
std::vector<bool> judged_changes(std::string_view seen, std::string_view meant,
                                 const std::vector<correct::Change>& changes);

}  // namespace emend::train
