// The sheet that synthetic pages are made on: one float a pixel. Values are from 0 to 1 unless said otherwise.
//
// An ink plane holds how much ink lies there (0 none); a page plane holds how much light comes back (1 white).
#pragma once

#include <cstddef>
#include <vector>

namespace emend::train {

class Plane {
 public:
  Plane() = default;
  Plane(int width_px, int height_px, float value)
      : width_px_(width_px),
        height_px_(height_px),
        values_(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px), value) {}

  int width_px() const { return width_px_; }
  int height_px() const { return height_px_; }
  float* row(int y) { return values_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px_); }
  const float* row(int y) const {
    return values_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px_);
  }
  bool holds(int x, int y) const { return x >= 0 && y >= 0 && x < width_px_ && y < height_px_; }

 private:
  int width_px_ = 0;
  int height_px_ = 0;
  std::vector<float> values_;
};

// The value between pixels, bilinear; `outside` where there is no pixel.
float value_at(const Plane& plane, double x, double y, float outside);

// A blur of about Gaussian shape: three box filters (Kovesi, "Fast almost-Gaussian filtering", DICTA 2010).
// Below a third of a pixel nothing happens. The edge pixels are continued outwards.
void blur(Plane& plane, double sigma_px);

// 0 up to `low`, 1 from `high`, smooth between.
float smooth_step(float low, float high, float value);

// Thousandths of an inch, the unit in which damage is stated, so that it looks the same at any resolution.
constexpr double px_of_mil(double mil, int resolution_dpi) { return mil * resolution_dpi / 1000.0; }

}  // namespace emend::train
