#include "image/transform.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"

namespace emend::image {
namespace {

// Arithmetic noise of a few composed steps; a pixel edge that is off by less is on the edge.
constexpr double kPixelNoise = 1e-6;
// Along the sides of a box that is bent: a curl of a page does not change direction within less.
constexpr double kBetweenPointsPx = 32;

int floor_px(double value) { return static_cast<int>(std::floor(value + kPixelNoise)); }
int ceil_px(double value) { return static_cast<int>(std::ceil(value - kPixelNoise)); }

}  // namespace

double ShiftGrid::at(double x, double y) const {
  const double column = std::clamp(x / cell_px, 0.0, columns - 1.0), row = std::clamp(y / cell_px, 0.0, rows - 1.0);
  const int left = std::min(static_cast<int>(column), columns - 2), top = std::min(static_cast<int>(row), rows - 2);
  const double across = column - left, down = row - top;
  const auto node = [&](int c, int r) {
    return static_cast<double>(
        down_px[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c)]);
  };
  return (1 - down) * ((1 - across) * node(left, top) + across * node(left + 1, top)) +
         down * ((1 - across) * node(left, top + 1) + across * node(left + 1, top + 1));
}

Transform::Affine Transform::Affine::after(const Affine& inner) const {
  return {a * inner.a + b * inner.d, a * inner.b + b * inner.e, a * inner.c + b * inner.f + c,
          d * inner.a + e * inner.d, d * inner.b + e * inner.e, d * inner.c + e * inner.f + f};
}

Transform Transform::bend(std::shared_ptr<const ShiftGrid> grid) {
  EMEND_ASSUME(grid != nullptr && grid->columns >= 2 && grid->rows >= 2, "a grid of shifts has cells");
  Transform bent;
  bent.bends_.push_back({{}, std::move(grid)});
  return bent;
}

Point Transform::operator()(Point p) const {
  for (const Bend& bend : bends_) {
    p = bend.before(p);
    p.y += bend.grid->at(p.x, p.y);
  }
  return last_(p);
}

Transform Transform::after(const Transform& inner) const {
  Transform both = inner;
  if (bends_.empty()) {
    both.last_ = last_.after(inner.last_);
    return both;
  }
  both.bends_.push_back({bends_.front().before.after(inner.last_), bends_.front().grid});
  both.bends_.insert(both.bends_.end(), bends_.begin() + 1, bends_.end());
  both.last_ = last_;
  return both;
}

document::Box Transform::operator()(document::Box box, int scan_width_px, int scan_height_px) const {
  const double left = box.x;
  const double top = box.y;
  Point low = (*this)({left, top});
  Point high = low;
  // Corners are enough where straight lines stay straight.
  const int across = bends_.empty() ? 1 : 1 + static_cast<int>(box.width / kBetweenPointsPx);
  const int down = bends_.empty() ? 1 : 1 + static_cast<int>(box.height / kBetweenPointsPx);
  for (int row = 0; row <= down; ++row)
    for (int column = 0; column <= across; ++column) {
      if (row > 0 && row < down && column > 0 && column < across) continue;
      const Point point = (*this)({left + static_cast<double>(box.width) * column / across,
                                   top + static_cast<double>(box.height) * row / down});
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
  const double width = scan_width_px;
  const double height = scan_height_px;
  const int x0 = floor_px(std::clamp(low.x, 0.0, width));
  const int y0 = floor_px(std::clamp(low.y, 0.0, height));
  const int x1 = ceil_px(std::clamp(high.x, 0.0, width));
  const int y1 = ceil_px(std::clamp(high.y, 0.0, height));
  return {x0, y0, std::max(x1 - x0, 0), std::max(y1 - y0, 0)};
}

bool Transform::is_identity() const {
  return bends_.empty() && last_.a == 1 && last_.b == 0 && last_.c == 0 && last_.d == 0 && last_.e == 1 && last_.f == 0;
}

}  // namespace emend::image
