// The way back from a cleaned picture to the original scan.
//
// Affine for now: x' = a x + b y + c, y' = d x + e y + f. Chains of steps are composed, so a box that an engine found
// in the last picture is told in pixels of the first.
#pragma once

#include "document/box.h"

namespace emend::image {

struct Point {
  double x = 0;
  double y = 0;
};

class Transform {
 public:
  Transform() = default;  // identity
  Transform(double a, double b, double c, double d, double e, double f) : a_(a), b_(b), c_(c), d_(d), e_(e), f_(f) {}

  static Transform shift(double dx, double dy) { return {1, 0, dx, 0, 1, dy}; }
  static Transform scale(double factor_x, double factor_y) { return {factor_x, 0, 0, 0, factor_y, 0}; }

  Point operator()(Point p) const { return {a_ * p.x + b_ * p.y + c_, d_ * p.x + e_ * p.y + f_}; }
  // First `inner`, then this.
  Transform after(const Transform& inner) const;
  // The upright box around the mapped corners, inside a scan of the given size.
  document::Box operator()(document::Box box, int scan_width_px, int scan_height_px) const;
  bool is_identity() const;

 private:
  double a_ = 1, b_ = 0, c_ = 0;
  double d_ = 0, e_ = 1, f_ = 0;
};

}  // namespace emend::image
