// A lone letter between spaces that may be a speck or a piece of a rule, or a pair that is hardly ever a word: nothing
// was meant.
#pragma once

#include <cstddef>

#include "correct/lattice/sentence_arcs.h"

namespace emend::correct {

void add_stray_letter(SentenceArcs& arcs, std::size_t i);

}  // namespace emend::correct
