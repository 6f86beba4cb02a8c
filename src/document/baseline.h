// Where a line's baseline runs. Pure.
#pragma once

#include "document/page.h"

namespace emend::document {

// Its height at `x`, also beyond its ends; of a baseline without width that of its one point.
inline double y_at(const Baseline& baseline, double x) {
  if (baseline.x1 <= baseline.x0) return baseline.y0;
  return baseline.y0 + (baseline.y1 - baseline.y0) * (x - baseline.x0) / (baseline.x1 - baseline.x0);
}

}  // namespace emend::document
