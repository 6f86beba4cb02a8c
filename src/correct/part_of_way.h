// Between two limits of a band. Pure.
#pragma once

#include <algorithm>

namespace emend::correct {

// From 0 at the first limit to 1 at the second.
inline double part_of_way(double value, double from, double to) {
  return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

}  // namespace emend::correct
