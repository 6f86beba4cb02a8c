// The way back from a cleaned picture to the original scan.
//
// Affine (x' = a x + b y + c, y' = d x + e y + f), and where a curled page was straightened, shifts down the page that
// differ from place to place. Chains of steps are composed, so a box that an engine found in the last picture is told
// in pixels of the first. Plain values, cheap to copy.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "document/box.h"

namespace emend::image {

struct Point {
  double x = 0;
  double y = 0;
};

// How far places of a picture lie below where they belong: a value at each node of a grid, straight between them, and
// the nearest node's beyond it.
struct ShiftGrid {
  double cell_px = 1;  // of the picture that is shifted; the first node is at its corner
  int columns = 0;     // at least 2, as rows
  int rows = 0;
  std::vector<float> down_px;  // row by row

  double at(double x, double y) const;
};

class Transform {
 public:
  Transform() = default;  // identity
  Transform(double a, double b, double c, double d, double e, double f) : last_{a, b, c, d, e, f} {}

  static Transform shift(double dx, double dy) { return {1, 0, dx, 0, 1, dy}; }
  static Transform scale(double factor_x, double factor_y) { return {factor_x, 0, 0, 0, factor_y, 0}; }
  // From (x, y) to (x, y + the grid's value there).
  static Transform bend(std::shared_ptr<const ShiftGrid> grid);

  Point operator()(Point p) const;
  // First `inner`, then this.
  Transform after(const Transform& inner) const;
  // The upright box around the mapped one, inside a scan of the given size.
  document::Box operator()(document::Box box, int scan_width_px, int scan_height_px) const;
  bool is_identity() const;

 private:
  struct Affine {
    double a = 1, b = 0, c = 0;
    double d = 0, e = 1, f = 0;

    Point operator()(Point p) const { return {a * p.x + b * p.y + c, d * p.x + e * p.y + f}; }
    Affine after(const Affine& inner) const;
  };
  // First the affine part, then the shift.
  struct Bend {
    Affine before;
    std::shared_ptr<const ShiftGrid> grid;
  };

  std::vector<Bend> bends_;  // in the order in which they act; then `last_`
  Affine last_;
};

}  // namespace emend::image
