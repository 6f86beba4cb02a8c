// Words typed with a blank behind each letter ("U R G E N T"), which engines read as one word or as pieces of one.
//
// Pure functions.
#pragma once

#include <vector>

#include "document/page.h"

namespace emend::ocr {

// Makes words of single letters where all the letters of a line stand two cells of the page's grid apart.
void part_spaced_letters(std::vector<document::Line>& lines, double pitch_px);

}  // namespace emend::ocr
