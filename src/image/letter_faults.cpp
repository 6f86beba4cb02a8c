#include "image/letter_faults.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace emend::image {
namespace {

// In heights of small letters. A letter's parts lie as close as this, ...
constexpr double kWidestGap = 0.2;
// ... are together no higher than a capital with its descender, and no wider than an m, ...
constexpr double kTallest = 2.0;
constexpr double kWidestPiece = 1.9;
// ... and each of them is higher than a dash is thick.
constexpr double kThinnest = 0.22;
// Dots of i and j.
constexpr double kDot = 0.42;
// Of the narrower piece's width: how much of it the other one lies above or below.
constexpr double kLeastOverlap = 0.5;
// The share of its box that ink fills: letters of any face have under 0.6, but for l, i and 1, which are narrow.
constexpr double kFilled = 0.72;
constexpr double kNarrowLetter = 0.45;
constexpr double kSmallest = 0.7;
constexpr double kLargest = 1.3;

bool is_dot(const cv::Rect& box, double x_height) {
  return box.height < kDot * x_height && box.width < kDot * x_height;
}

bool are_parts(const cv::Rect& upper, const cv::Rect& lower, double x_height) {
  const int gap = lower.y - upper.br().y;
  if (gap < 0 || gap > std::max(1.0, kWidestGap * x_height)) return false;
  if (is_dot(upper, x_height) || is_dot(lower, x_height)) return false;
  if (std::min(upper.height, lower.height) < kThinnest * x_height) return false;
  if (lower.br().y - upper.y > kTallest * x_height) return false;
  if (std::max(upper.width, lower.width) > kWidestPiece * x_height) return false;
  const int shared = std::min(upper.br().x, lower.br().x) - std::max(upper.x, lower.x);
  return shared >= kLeastOverlap * std::min(upper.width, lower.width);
}

}  // namespace

LetterFaults find_letter_faults(const Letters& letters, double x_height_px) {
  LetterFaults faults;
  const double x_height = x_height_px / letters.reduction;
  if (x_height <= 0) return faults;
  std::vector<std::size_t> order(letters.boxes.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto box_of = [&](std::size_t i) -> const cv::Rect& { return letters.boxes[i]; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(box_of(a).y, box_of(a).x) < std::pair(box_of(b).y, box_of(b).x);
  });
  std::size_t small = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const cv::Rect& upper = box_of(order[i]);
    if (upper.height >= kSmallest * x_height && upper.height <= kLargest * x_height) {
      ++small;
      const cv::Rect inside = upper & cv::Rect({}, letters.ink.size());
      const bool is_wide = upper.width >= kNarrowLetter * x_height && upper.width <= kLargest * x_height;
      if (is_wide && cv::countNonZero(letters.ink(inside)) >= kFilled * inside.area())
        faults.filled.push_back(order[i]);
    }
    if (upper.height > kTallest * x_height) continue;
    for (std::size_t k = i + 1; k < order.size(); ++k) {
      const cv::Rect& lower = box_of(order[k]);
      if (lower.y > upper.br().y + std::max(1.0, kWidestGap * x_height)) break;
      if (are_parts(upper, lower, x_height)) faults.broken.emplace_back(order[i], order[k]);
    }
  }
  const double count = std::max(1.0, static_cast<double>(small));
  faults.broken_share =
      std::min(1.0, static_cast<double>(faults.broken.size()) / std::max(count, letters.boxes.size() / 2.0));
  faults.filled_share = std::min(1.0, static_cast<double>(faults.filled.size()) / count);
  return faults;
}

}  // namespace emend::image
