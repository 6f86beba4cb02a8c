// Words that were read twice where one stands on the paper.
//
// An engine that takes one line for two reads the end of a word in both, and two engines part the words of a line in
// different ways. Of two words in one place one is dropped whose text the other holds. Pure.
#pragma once

#include <vector>

#include "document/page.h"

namespace emend::ocr {

// `pitch_px`: from letter to letter, 0 where it is not known. Leaves out lines that have no words then.
void drop_double_words(std::vector<document::Line>& lines, double pitch_px);

}  // namespace emend::ocr
