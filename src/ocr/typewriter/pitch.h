// The pitch and the phase on which a row of letters stands: the strongest line of its periodogram.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <vector>

namespace emend::ocr {

struct Pitch {
  double pitch_px = 0;    // from cell to cell; 0 where there are no letters
  double phase_px = 0;    // a cell's middle, 0 <= phase < pitch
  double regularity = 0;  // the length of the mean of the letters' phases as unit vectors; 1: all in the middle
};

// Of letters whose middles are at `middles_px`, looked for within `around` (a share) of `usual_px`. Cost: letters times
// the line's length in cells.
Pitch best_pitch(const std::vector<double>& middles_px, double usual_px, double around);

double median(std::vector<double> values);  // of at least one

}  // namespace emend::ocr
