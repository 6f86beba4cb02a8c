#include "ocr/typewriter/pitch.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace emend::ocr {
namespace {

struct Phase {
  double regularity = 0;
  double angle = 0;
};

Phase phase_at(const std::vector<double>& middles_px, double pitch_px) {
  double across = 0, along = 0;
  for (const double x : middles_px) {
    const double angle = 2 * std::numbers::pi * x / pitch_px;
    across += std::cos(angle);
    along += std::sin(angle);
  }
  return {std::hypot(across, along) / static_cast<double>(middles_px.size()), std::atan2(along, across)};
}

}  // namespace

Pitch best_pitch(const std::vector<double>& middles_px, double usual_px, double around) {
  Pitch found;
  if (middles_px.empty() || usual_px <= 1) return found;
  // Steps so small that the phase at the end of the line changes by a quarter turn.
  const auto [left, right] = std::minmax_element(middles_px.begin(), middles_px.end());
  const double step = usual_px / (4 * std::max(*right - *left, usual_px));
  double angle = 0;
  for (double factor = 1 - around; factor <= 1 + around; factor += step) {
    const Phase phase = phase_at(middles_px, factor * usual_px);
    if (phase.regularity <= found.regularity) continue;
    found.regularity = phase.regularity;
    found.pitch_px = factor * usual_px;
    angle = phase.angle;
  }
  const double turns = angle / (2 * std::numbers::pi);
  found.phase_px = (turns - std::floor(turns)) * found.pitch_px;
  return found;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace emend::ocr
