// How the lines of a page curl, as those of a book do towards its fold: one smooth surface for all of them.
//
// Used to measure the damage and by the step "dewarp". Pure functions.
#pragma once

#include <array>
#include <cstddef>

#include "image/text_lines.h"

namespace emend::image {

struct PageCurl {
  // How far a place lies below where it would lie if its line were straight and level, in pixels. (x, y) is where it
  // would lie; in the middle of the page, from left to right, nothing is shifted.
  double at(double x, double y) const;

  std::size_t lines = 0;       // that were long enough to tell
  std::size_t letters = 0;     // in them
  double bend_px = 0;          // the most that a straight line, level or not, would leave of the curl
  double depth_px = 0;         // the most that a level one would leave
  double off_straight_px = 0;  // the usual distance of the letters' feet from straight lines,
  double off_curl_px = 0;      // and from the curl
  double x_height_px = 0;

  static constexpr std::size_t kTerms = 9;
  std::array<double, kTerms> weights{};  // of the surface's terms
  double middle_x = 0, middle_y = 0, half_width = 1, half_height = 1;
  double left = 0, right = 0;  // of the letters; beyond, the surface goes on as it is there
};

// Fits y = b_i + f(x, b_i) to the feet of every long line i, with f a polynomial of the fifth degree along the lines,
// whose weights change steadily from the first to the last line. Descenders and commas are outvoted: least squares with
// weights that fall with the distance (P. J. Huber: Robust estimation of a location parameter, Annals of Mathematical
// Statistics 35, 1964). Without five long lines everything is 0.
PageCurl measure_curl(const TextLines& found, int width_px, int height_px);

}  // namespace emend::image
