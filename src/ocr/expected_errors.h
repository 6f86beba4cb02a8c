// How badly a page was read, told without its truth.
//
// Pure functions.
#pragma once

#include "document/page.h"

namespace emend::ocr {

// The share of characters that are probably wrong, 0 to 1, by two figures: how unsure the engine was of the letters
// that it read, and how much of what it read was taken for no text. Negative for a page without words. It orders pages;
// the rate itself is a rough one (docs/benchmarks.md: rank correlation with the true rate).
float expected_error_rate(const document::Page& page);

}  // namespace emend::ocr
