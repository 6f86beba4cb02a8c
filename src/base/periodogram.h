// The distance at which places on a line repeat: the strongest line of their periodogram.
//
// Typed letters stand on such a grid, whatever of them is lost between. Pure function.
#pragma once

#include <vector>

namespace emend {

struct Period {
  double length = 0;      // from one place of the grid to the next; 0 where there are no places
  double phase = 0;       // the first place of the grid behind 0; below `length`
  double regularity = 0;  // the length of the mean of the places' phases as unit vectors; 1: all on the grid
};

// Looked for within `around` (a share) of the `usual` length. Cost: places times the number of periods that they span.
Period strongest_period(const std::vector<double>& places, double usual, double around);

}  // namespace emend
