#include "train/synth/plane.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace emend::train {
namespace {

// One row of values through a box of 2 * radius + 1; `in` and `out` are different.
void box_filter(const float* in, float* out, int count, int radius) {
  const float share = 1.0F / static_cast<float>(2 * radius + 1);
  const auto at = [&](int i) { return in[std::clamp(i, 0, count - 1)]; };
  double sum = 0;
  for (int i = -radius; i <= radius; ++i) sum += static_cast<double>(at(i));
  for (int i = 0; i < count; ++i) {
    out[i] = static_cast<float>(sum) * share;
    sum += static_cast<double>(at(i + radius + 1)) - static_cast<double>(at(i - radius));
  }
}

// A blur of a tenth of a pixel to one pixel is below what boxes can do; a kernel of five does it exactly.
void kernel_filter(const float* in, float* out, int count, const std::array<float, 3>& weights) {
  const auto at = [&](int i) { return in[std::clamp(i, 0, count - 1)]; };
  for (int i = 0; i < count; ++i)
    out[i] = weights[0] * in[i] + weights[1] * (at(i - 1) + at(i + 1)) + weights[2] * (at(i - 2) + at(i + 2));
}

class LineBlur {
 public:
  explicit LineBlur(double sigma_px) : is_small_(sigma_px < 1) {
    if (is_small_) {
      const double one = std::exp(-0.5 / (sigma_px * sigma_px));
      const double two = std::exp(-2.0 / (sigma_px * sigma_px));
      const double sum = 1 + 2 * one + 2 * two;
      weights_ = {static_cast<float>(1 / sum), static_cast<float>(one / sum), static_cast<float>(two / sum)};
    } else {
      // Widths w and w + 2 so that the three variances add up to sigma squared.
      const double ideal = std::sqrt(12 * sigma_px * sigma_px / 3 + 1);
      int lower = static_cast<int>(ideal);
      if (lower % 2 == 0) --lower;
      const double narrow_ones =
          (12 * sigma_px * sigma_px - 3.0 * lower * lower - 12.0 * lower - 9) / (-4.0 * lower - 4);
      for (int i = 0; i < 3; ++i)
        radii_[static_cast<std::size_t>(i)] = (i < std::lround(narrow_ones) ? lower : lower + 2) / 2;
    }
  }

  void operator()(std::vector<float>& line, std::vector<float>& spare) const {
    const int count = static_cast<int>(line.size());
    if (is_small_) {
      kernel_filter(line.data(), spare.data(), count, weights_);
      line.swap(spare);
      return;
    }
    for (const int radius : radii_) {
      box_filter(line.data(), spare.data(), count, radius);
      line.swap(spare);
    }
  }

 private:
  bool is_small_;
  std::array<float, 3> weights_{};
  std::array<int, 3> radii_{};
};

// Columns are taken in groups that share cache lines.
constexpr int kColumnsAtOnce = 16;

}  // namespace

float value_at(const Plane& plane, double x, double y, float outside) {
  const double floor_x = std::floor(x);
  const double floor_y = std::floor(y);
  const int x0 = static_cast<int>(floor_x);
  const int y0 = static_cast<int>(floor_y);
  const auto fx = static_cast<float>(x - floor_x);
  const auto fy = static_cast<float>(y - floor_y);
  const auto at = [&](int px, int py) { return plane.holds(px, py) ? plane.row(py)[px] : outside; };
  const float top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  const float bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

void blur(Plane& plane, double sigma_px) {
  if (sigma_px < 1.0 / 3 || plane.width_px() == 0 || plane.height_px() == 0) return;
  const LineBlur blur_line(sigma_px);
  const int width = plane.width_px();
  const int height = plane.height_px();

  std::vector<float> line(static_cast<std::size_t>(width));
  std::vector<float> spare(line.size());
  for (int y = 0; y < height; ++y) {
    std::copy_n(plane.row(y), width, line.begin());
    blur_line(line, spare);
    std::copy_n(line.begin(), width, plane.row(y));
  }

  std::array<std::vector<float>, kColumnsAtOnce> columns;
  for (std::vector<float>& column : columns) column.resize(static_cast<std::size_t>(height));
  spare.resize(static_cast<std::size_t>(height));
  for (int first = 0; first < width; first += kColumnsAtOnce) {
    const int count = std::min(kColumnsAtOnce, width - first);
    for (int y = 0; y < height; ++y)
      for (int i = 0; i < count; ++i)
        columns[static_cast<std::size_t>(i)][static_cast<std::size_t>(y)] = plane.row(y)[first + i];
    for (int i = 0; i < count; ++i) blur_line(columns[static_cast<std::size_t>(i)], spare);
    for (int y = 0; y < height; ++y)
      for (int i = 0; i < count; ++i)
        plane.row(y)[first + i] = columns[static_cast<std::size_t>(i)][static_cast<std::size_t>(y)];
  }
}

float smooth_step(float low, float high, float value) {
  const float t = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}

}  // namespace emend::train
