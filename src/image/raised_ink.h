// Pieces of ink that hang above a line's feet with nothing below them: raised figures, quotes, apostrophes, asterisks.
//
// Engines misread or drop footnote marks, because their models have seen few; where the ink stands says what they are.
// Pure function.
#pragma once

#include <vector>

#include "document/page.h"
#include "image/picture.h"

namespace emend::image {

// Lengths in x-heights of the line, so that they mean the same in any type and resolution.
struct RaisedInk {
  document::Box box;  // in pixels of the picture
  double height = 0;  // an apostrophe has about 0.5, a raised figure 0.7 to 1.1
  double width = 0;
  double rise = 0;        // of its lower edge above the baseline
  double gap_before = 0;  // to the next ink of the line on its left, of any height; large where there is none
  double gap_after = 0;   // the same on its right
  double fill = 0;        // share of its box that is ink, 0 to 1
};

// `ink` is black on white (binarised()), in the pixels that the line's boxes are in. From left to right; quotes come in
// two pieces. Looks a little beyond both ends of the line, where engines cut marks off. A line that runs down the
// picture has none. Cost: one pass over the line's pixels.
std::vector<RaisedInk> raised_ink(const Picture& ink, const document::Line& line);

}  // namespace emend::image
