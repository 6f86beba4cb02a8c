// A line's picture restored in several ways, for lines that were read with doubt.
//
// No way is good for every line, so an engine reads one after the other until it is sure, and the best reading stands.
// Pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "image/picture.h"

namespace emend::image {

struct LineVariant {
  std::string_view name;
  Picture strip;
};

// The names that line_variants() gives, in its order.
std::vector<std::string_view> line_variant_names();

// `strip` is grey, of one line whose capitals are `tall_px` high. Those that mend most lines come first:
//   smoothed   a small Gaussian, for grain, broken strokes and the hard edges of black and white
//   binarised  for show-through and uneven paper: Sauvola's threshold, or Wolf's where the ink is faint
//   sharpened  an unsharp mask, for blur (radius a sixth of a capital's height)
//   darkened   what is darker than the paper made darker up to black, for faint ink; a clear strip stays as it is
std::vector<LineVariant> line_variants(const Picture& strip, double tall_px);

}  // namespace emend::image
