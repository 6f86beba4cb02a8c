#include "image/transform.h"

#include <algorithm>
#include <cmath>

namespace emend::image {
namespace {

// Arithmetic noise of a few composed steps; a pixel edge that is off by less is on the edge.
constexpr double kPixelNoise = 1e-6;

int floor_px(double value) { return static_cast<int>(std::floor(value + kPixelNoise)); }
int ceil_px(double value) { return static_cast<int>(std::ceil(value - kPixelNoise)); }

}  // namespace

Transform Transform::after(const Transform& inner) const {
  return {a_ * inner.a_ + b_ * inner.d_, a_ * inner.b_ + b_ * inner.e_, a_ * inner.c_ + b_ * inner.f_ + c_,
          d_ * inner.a_ + e_ * inner.d_, d_ * inner.b_ + e_ * inner.e_, d_ * inner.c_ + e_ * inner.f_ + f_};
}

document::Box Transform::operator()(document::Box box, int scan_width_px, int scan_height_px) const {
  const double left = box.x;
  const double top = box.y;
  const double right = static_cast<double>(box.x) + box.width;
  const double bottom = static_cast<double>(box.y) + box.height;
  const Point corners[] = {(*this)({left, top}), (*this)({right, top}), (*this)({left, bottom}),
                           (*this)({right, bottom})};
  Point low = corners[0];
  Point high = corners[0];
  for (const Point& corner : corners) {
    low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
    high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
  }
  const double width = scan_width_px;
  const double height = scan_height_px;
  const int x0 = floor_px(std::clamp(low.x, 0.0, width));
  const int y0 = floor_px(std::clamp(low.y, 0.0, height));
  const int x1 = ceil_px(std::clamp(high.x, 0.0, width));
  const int y1 = ceil_px(std::clamp(high.y, 0.0, height));
  return {x0, y0, std::max(x1 - x0, 0), std::max(y1 - y0, 0)};
}

bool Transform::is_identity() const { return a_ == 1 && b_ == 0 && c_ == 0 && d_ == 0 && e_ == 1 && f_ == 0; }

}  // namespace emend::image
