// Which words of a typed page are none: stamps, handwriting, stains and edges that an engine read as letters.
//
// Pure functions.
#pragma once

#include <vector>

#include "document/page.h"

namespace emend::ocr {

// What the lines of a page have in common.
struct TypedScale {
  double pitch_px = 0;     // from letter to letter
  double x_height_px = 0;  // as the lines tell it
};
TypedScale scale_of(const std::vector<document::Line>& lines);

// The probability that word `index` of a line is text of the page: by its confidence and that of the words beside it,
// by whether its width fits its letters and its line's height fits the page, and whether two engines agree. A logistic
// model; its weights were fitted on pages of typescript (docs/benchmarks.md tells which).
double text_probability(const document::Line& line, std::size_t index, const TypedScale& scale);

// Gives words that are most probably no text an empty reading before their others: "nothing is here".
void mark_what_is_no_text(std::vector<document::Line>& lines);

}  // namespace emend::ocr
