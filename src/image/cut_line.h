// One line of a page as a picture of its own, laid straight, for engines that read single lines.
//
// Pure functions.
#pragma once

#include "image/picture.h"
#include "image/text_lines.h"
#include "image/transform.h"

namespace emend::image {

struct LineCut {
  Picture strip;  // grey
  Transform to_page;
};

// How much is cut around a line, in pixels: from its baseline upwards and downwards, and beyond its box to both sides.
struct CutRoom {
  double above_px = 0;
  double below_px = 0;
  double left_px = 0;
  double right_px = 0;
};

// The room of typed letters of this height of capitals: accents, descenders, and a mark at either end.
CutRoom room_of_line(double tall_px);

// Each column is shifted so that the baseline lies level; beyond the page lies white. Empty where the line lies
// outside.
LineCut cut_line(const Picture& page, const TextLine& line, const CutRoom& room);

}  // namespace emend::image
