#include "base/periodogram.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace emend {
namespace {

struct Phase {
  double regularity = 0;
  double angle = 0;
};

Phase phase_at(const std::vector<double>& places, double length) {
  double across = 0, along = 0;
  for (const double place : places) {
    const double angle = 2 * std::numbers::pi * place / length;
    across += std::cos(angle);
    along += std::sin(angle);
  }
  return {std::hypot(across, along) / static_cast<double>(places.size()), std::atan2(along, across)};
}

}  // namespace

Period strongest_period(const std::vector<double>& places, double usual, double around) {
  Period found;
  if (places.empty() || usual <= 1) return found;
  // Steps so small that the phase at the last place changes by a quarter turn.
  const auto [first, last] = std::minmax_element(places.begin(), places.end());
  const double step = usual / (4 * std::max(*last - *first, usual));
  double angle = 0;
  for (double factor = 1 - around; factor <= 1 + around; factor += step) {
    const Phase phase = phase_at(places, factor * usual);
    if (phase.regularity <= found.regularity) continue;
    found.regularity = phase.regularity;
    found.length = factor * usual;
    angle = phase.angle;
  }
  const double turns = angle / (2 * std::numbers::pi);
  found.phase = (turns - std::floor(turns)) * found.length;
  return found;
}

}  // namespace emend
