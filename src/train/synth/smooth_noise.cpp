#include "train/synth/smooth_noise.h"

#include <algorithm>
#include <cmath>

#include "train/synth/random.h"

namespace emend::train {
namespace {

float eased(double t) { return static_cast<float>(t * t * (3 - 2 * t)); }

}  // namespace

SmoothNoise::SmoothNoise(std::uint64_t seed, double scale_x_px, double scale_y_px)
    : seed_(seed), scale_x_px_(std::max(scale_x_px, 1.0)), scale_y_px_(std::max(scale_y_px, 1.0)) {}

float SmoothNoise::lattice(std::int64_t column, std::int64_t row) const {
  return static_cast<float>(2 * chance_at(seed_, static_cast<std::uint64_t>(column), static_cast<std::uint64_t>(row)) -
                            1);
}

float SmoothNoise::at(double x, double y) const {
  const double u = x / scale_x_px_;
  const double v = y / scale_y_px_;
  const auto column = static_cast<std::int64_t>(std::floor(u));
  const auto line = static_cast<std::int64_t>(std::floor(v));
  const float fx = eased(u - std::floor(u));
  const float fy = eased(v - std::floor(v));
  const float top = lattice(column, line) * (1 - fx) + lattice(column + 1, line) * fx;
  const float bottom = lattice(column, line + 1) * (1 - fx) + lattice(column + 1, line + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

void SmoothNoise::row(int y, std::vector<float>& out) const {
  const double v = y / scale_y_px_;
  const auto line = static_cast<std::int64_t>(std::floor(v));
  const float fy = eased(v - std::floor(v));
  const auto down = [&](std::int64_t column) {
    return lattice(column, line) * (1 - fy) + lattice(column, line + 1) * fy;
  };

  std::int64_t column = 0;
  float left = down(0);
  float right = down(1);
  for (std::size_t x = 0; x < out.size(); ++x) {
    const double u = static_cast<double>(x) / scale_x_px_;
    const auto here = static_cast<std::int64_t>(u);
    if (here != column) {
      left = here == column + 1 ? right : down(here);
      right = down(here + 1);
      column = here;
    }
    const float fx = eased(u - static_cast<double>(column));
    out[x] = left * (1 - fx) + right * fx;
  }
}

}  // namespace emend::train
