// One line cut from a page and laid straight.
//
// Pure functions.
#pragma once

#include <vector>

#include "image/picture.h"
#include "image/transform.h"
#include "train/synth/plane.h"

namespace emend::train {

// How much around the base line is cut, in pixels of the page.
struct StripMargins {
  double above_px = 0;  // from the base line upwards
  double below_px = 0;
  double left_px = 0;  // beyond the ends of the base line; negative cuts into it
  double right_px = 0;
};

// The page's light, 0 black to 1 white.
Plane light_of(const image::Picture& picture);

// `baseline` has two or more points from left to right. The strip has `scale` pixels for each one of the page; beyond
// the page lies white. At least one pixel wide and high.
Plane strip_along(const Plane& page, const std::vector<image::Point>& baseline, const StripMargins& margins,
                  double scale);

}  // namespace emend::train
