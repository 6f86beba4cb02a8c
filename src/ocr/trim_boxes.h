// Boxes that reach too far: Tesseract now and then gives the last letter of a word all the rest of its line. Pure.
#pragma once

#include "document/page.h"

namespace emend::ocr {

// A word that begins before the next one ends where that begins, and its letters with it. The words have one reading
// each, and stand from left to right; what does not is left as it is.
void trim_boxes(document::Line& line);

}  // namespace emend::ocr
