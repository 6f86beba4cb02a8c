// Slowly varying chance: clouds of tone, uneven ink, grain of any size.
//
// Value noise: random numbers on a lattice, smoothly interpolated (Perlin, "An image synthesizer", SIGGRAPH 1985, in
// its simplest form). Immutable after construction.
#pragma once

#include <cstdint>
#include <vector>

namespace emend::train {

// Values from -1 to 1 over a plane; two points that are `scale_px` apart are about independent.
class SmoothNoise {
 public:
  SmoothNoise(std::uint64_t seed, double scale_x_px, double scale_y_px);
  SmoothNoise(std::uint64_t seed, double scale_px) : SmoothNoise(seed, scale_px, scale_px) {}

  float at(double x, double y) const;
  // Row `y` for x = 0, 1, ... into `out`; much faster than at() for a whole picture.
  void row(int y, std::vector<float>& out) const;

 private:
  float lattice(std::int64_t column, std::int64_t row) const;

  std::uint64_t seed_;
  double scale_x_px_;
  double scale_y_px_;
};

}  // namespace emend::train
