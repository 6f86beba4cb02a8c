#include "train/lines/snap_baseline.h"

#include <algorithm>
#include <cmath>

#include "train/lines/line_strip.h"

namespace emend::train {
namespace {

// All in cells of the machine, which is what the other measures of a letter go by.
constexpr double kFarthest = 0.6;      // half the way to the next line at single spacing
constexpr double kSmallLetters = 0.6;  // their height, less than any machine's
constexpr double kBelow = 0.3;         // where descenders are few and nothing else is
constexpr double kFarthestTurn = 0.25;
// How much darker the small letters must be than what is below, of the strip's whole range.
constexpr double kLeastEdge = 0.06;
// What a whole cell of distance costs: between equal edges the nearer one is meant.
constexpr double kDistanceCost = 0.08;
constexpr double kShortestLine = 4;

struct Edge {
  double shift_px = 0;
  double strength = 0;
};

// The mean ink of each row.
std::vector<double> ink_by_row(const Plane& strip) {
  std::vector<double> ink;
  for (int y = 0; y < strip.height_px(); ++y) {
    double sum = 0;
    for (int x = 0; x < strip.width_px(); ++x) sum += 1 - static_cast<double>(strip.row(y)[x]);
    ink.push_back(sum / strip.width_px());
  }
  return ink;
}

// The strongest lower edge of a band of ink within `farthest_px` of the strip's base line.
Edge lower_edge(const Plane& strip, double baseline_px, double pitch_px, double farthest_px) {
  const std::vector<double> ink = ink_by_row(strip);
  std::vector<double> sums{0};
  for (const double row : ink) sums.push_back(sums.back() + row);
  const auto mean = [&](double from, double to) {
    const auto a = static_cast<std::size_t>(std::clamp(std::lround(from), 0L, static_cast<long>(ink.size()) - 1));
    const auto b =
        static_cast<std::size_t>(std::clamp(std::lround(to), static_cast<long>(a) + 1, static_cast<long>(ink.size())));
    return (sums[b] - sums[a]) / static_cast<double>(b - a);
  };
  const auto [lightest, darkest] = std::minmax_element(ink.begin(), ink.end());
  const double range = std::max(*darkest - *lightest, 0.02);
  Edge best{0, -1};
  for (double shift = -farthest_px; shift <= farthest_px; shift += 0.5) {
    const double y = baseline_px + shift;
    const double strength =
        (mean(y - kSmallLetters * pitch_px, y) - mean(y + 0.05 * pitch_px, y + kBelow * pitch_px)) / range -
        kDistanceCost * std::abs(shift) / pitch_px;
    if (strength > best.strength) best = {shift, strength};
  }
  return best;
}

}  // namespace

std::vector<image::Point> snapped_baseline(const Plane& page, std::vector<image::Point> baseline, double pitch_px) {
  const double length_px = baseline.back().x - baseline.front().x;
  if (length_px < kShortestLine * pitch_px) return baseline;
  const double around_px = (kFarthest + kSmallLetters + kFarthestTurn) * pitch_px + 1;
  const auto edge = [&](double left_px, double right_px, double farthest_px) {
    const Plane strip = strip_along(page, baseline, {around_px, around_px, left_px, right_px}, 1);
    return lower_edge(strip, around_px, pitch_px, farthest_px);
  };
  const Edge whole = edge(0, 0, kFarthest * pitch_px);
  if (whole.strength < kLeastEdge) return baseline;
  for (image::Point& point : baseline) point.y += whole.shift_px;

  // Halves: their middles lie half the length apart.
  const Edge left = edge(0, -length_px / 2, kFarthestTurn * pitch_px);
  const Edge right = edge(-length_px / 2, 0, kFarthestTurn * pitch_px);
  if (left.strength < kLeastEdge || right.strength < kLeastEdge) return baseline;
  const double slope = (right.shift_px - left.shift_px) / (length_px / 2);
  const double middle = (left.shift_px + right.shift_px) / 2;
  const double middle_x = (baseline.front().x + baseline.back().x) / 2;
  for (image::Point& point : baseline) point.y += middle + slope * (point.x - middle_x);
  return baseline;
}

}  // namespace emend::train
