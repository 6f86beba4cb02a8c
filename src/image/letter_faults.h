// Letters that are broken across or filled with ink, told by their pieces.
//
// Used to measure the damage and by the step "strokes". Pure functions.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "image/letters.h"

namespace emend::image {

struct LetterFaults {
  // Indices into Letters::boxes: the upper and the lower piece of a letter that a light line parts.
  std::vector<std::pair<std::size_t, std::size_t>> broken;
  std::vector<std::size_t> filled;  // whose counters are clogged
  double broken_share = 0;          // of the pieces that have the size of small letters, 0 to 1
  double filled_share = 0;
};

// The dot of an i is no piece of it, and neither are the two bars of an equals sign.
LetterFaults find_letter_faults(const Letters& letters, double x_height_px);

}  // namespace emend::image
