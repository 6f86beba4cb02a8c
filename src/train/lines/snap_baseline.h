// Base lines that people drew are a little off: a line of type says itself where it stands.
//
// Pure functions.
#pragma once

#include <vector>

#include "image/transform.h"
#include "train/synth/plane.h"

namespace emend::train {

// The base line moved up or down, at most 0.6 cells, to where dark rows of small letters end, and turned so that this
// holds at both ends. Where the ink does not tell (a short line, a row of dots), it stays as it is.
std::vector<image::Point> snapped_baseline(const Plane& page, std::vector<image::Point> baseline, double pitch_px);

}  // namespace emend::train
