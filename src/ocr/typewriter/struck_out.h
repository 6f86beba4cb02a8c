// Words that were typed over: rows of x's, and letters struck on letters.
//
// Pure functions.
#pragma once

#include <vector>

#include "document/page.h"
#include "ocr/typewriter/learn_machine.h"

namespace emend::ocr {

// Whether a word's text is what engines read in a row of x's.
bool is_row_of_x(const document::Word& word);

// For each word of the line, as the engine read it, whether it was typed over: it is a row of x's, or most of its
// cells, three at least, hold more ink than any letter of the machine and look like none.
std::vector<bool> struck_out_words(const TypedLine& line, double heaviest_ink);

// The ink of the machine's heaviest letters, as struck_out_words wants it; 0 where too little is known.
double heaviest_ink_of(const Machine& machine);

}  // namespace emend::ocr
