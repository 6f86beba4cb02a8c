// Two readings of one line: which is better, and how the other one's words stay as further readings.
//
// Pure functions.
#pragma once

#include <cstddef>

#include "document/page.h"

namespace emend::ocr {

// When the special model's reading is taken. Measured on pages of typescript and of books (models/README.md): once it
// is sure what a page is, single lines are hardly ever better with the other model.
struct LineChoice {
  // Where the pieces of ink stand on a grid as regularly as this (image::regularity_of), the special model reads the
  // page first, and the general one single lines only. Measured: print up to 0.40, typescript 0.15 (letters that touch)
  // and 0.38 to 0.97.
  double surely_typed_regularity = 0.6;
  // A page counts as typed from this regularity on (see FixedPitch), from the lower one on only where the special model
  // is more confident by `page_gain`.
  double typed_regularity = 0.47;
  double perhaps_typed_regularity = 0.425;
  double page_gain = 0.015;
  // On a typed page the general model keeps lines of so many letters that are less regular than this: letterheads. The
  // limits are wide, as stamps and handwriting break the grid of typed lines.
  std::size_t fewest_letters = 25;
  double printed_regularity = 0.33;
  // And lines that it is more confident of by so much.
  double confidence_margin = 0.3;
};

// Whether a page that `general` and `special` (a model for typescript) both read is typed.
bool is_typed(const document::Page& general, const document::Page& special, const LineChoice& choice);

// Whether `special` reads this line of a typed page better than `general`.
bool is_special_better(const document::Line& general, const document::Line& special, const LineChoice& choice);

// Adds what `other` has in the places of the line's words, one to one, as their further readings.
void add_readings(document::Line& line, const document::Line& other);

}  // namespace emend::ocr
