#include "image/letters.h"

#include <algorithm>
#include <cmath>

#include "image/ink_pieces.h"

namespace emend::image {
namespace {

// A page of 150 dots per inch, A4, has 2.2 million pixels: enough to see letters, few enough to be quick.
constexpr double kMostPixels = 4'000'000;
// The surroundings that ink is darker than: a window of a few letters, in reduced pixels.
constexpr int kWindowPx = 51;
// Ink is below this share of the light around it. Paper grain stays above, faint carbon copies below.
constexpr double kInkShare = 0.82;
// Sides of letter-like ink, in reduced pixels.
constexpr int kLeastHeightPx = 5;
constexpr int kMostHeightPx = 120;
// Width by height: from an l to a few letters that touch.
constexpr double kNarrowest = 0.12;
constexpr double kWidest = 4.0;
// The share of its box that ink fills: less is a frame or a scratch.
constexpr double kThinnest = 0.12;
// Capitals and ascenders are this much taller than small letters.
constexpr double kLowestAscender = 1.25;
constexpr double kTallestAscender = 1.6;
// Small letters are taken for such when there are this many of them for one tall letter.
constexpr double kSmallLettersShare = 0.6;
// Fewer pieces than this say nothing about a page.
constexpr double kEnoughPieces = 60;

cv::Mat reduced_grey(const Picture& page, double& reduction) {
  cv::Mat grey = grey_view(page);
  reduction = 1;
  while (static_cast<double>(grey.total()) > kMostPixels) {
    cv::Mat half;
    cv::resize(grey, half, cv::Size((grey.cols + 1) / 2, (grey.rows + 1) / 2), 0, 0, cv::INTER_AREA);
    grey = half;
    reduction *= 2;
  }
  return grey;
}

bool is_letter_like(int width, int height, int area) {
  if (height < kLeastHeightPx || height > kMostHeightPx) return false;
  const double aspect = static_cast<double>(width) / height;
  return aspect >= kNarrowest && aspect <= kWidest && area >= kThinnest * width * height;
}

}  // namespace

Letters find_letters(const Picture& page) {
  Letters letters;
  if (page.is_empty()) return letters;
  const cv::Mat grey = reduced_grey(page, letters.reduction);
  cv::Mat surroundings;
  cv::blur(grey, surroundings, cv::Size(kWindowPx, kWindowPx), cv::Point(-1, -1), cv::BORDER_REPLICATE);
  surroundings.convertTo(surroundings, CV_8U, kInkShare);
  cv::Mat ink = grey < surroundings;

  const InkPieces found = find_ink_pieces(ink);
  std::vector<bool> keep(found.pieces.size(), false);
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    const InkPiece& piece = found.pieces[i];
    if (!is_letter_like(piece.box.width, piece.box.height, piece.area)) continue;
    keep[i] = true;
    letters.boxes.push_back(piece.box);
  }
  ink = 0;
  paint_pieces(
      found, [&](std::size_t piece) { return keep[piece]; }, ink);
  letters.ink = ink;
  return letters;
}

namespace {

struct Group {
  double count = 0;
  double height_px = 0;  // the mean of the group
};

// The pieces within a tenth of a height.
Group group_at(const std::vector<double>& count_of_height, int height) {
  const int reach = std::max(1, static_cast<int>(std::lround(height * 0.1)));
  Group group;
  double sum = 0;
  for (int h = std::max(height - reach, kLeastHeightPx); h <= std::min(height + reach, kMostHeightPx); ++h) {
    group.count += count_of_height[static_cast<std::size_t>(h)];
    sum += count_of_height[static_cast<std::size_t>(h)] * h;
  }
  if (group.count > 0) group.height_px = sum / group.count;
  return group;
}

}  // namespace

LetterHeight measure_letter_height(const Letters& letters) {
  std::vector<double> count_of_height(kMostHeightPx + 2, 0);
  for (const cv::Rect& box : letters.boxes) count_of_height[static_cast<std::size_t>(box.height)] += 1;
  // Broken letters are many but small, so a piece counts by the root of its height.
  Group best;
  for (int height = kLeastHeightPx; height <= kMostHeightPx; ++height) {
    const Group group = group_at(count_of_height, height);
    if (group.count * std::sqrt(group.height_px) > best.count * std::sqrt(best.height_px)) best = group;
  }
  if (best.count == 0) return {};
  // Where letters are touched by their neighbours, the group of capitals and ascenders may win by a little.
  const int low = static_cast<int>(std::ceil(best.height_px / kTallestAscender));
  const int high = static_cast<int>(std::floor(best.height_px / kLowestAscender));
  Group small;
  for (int height = low; height <= high; ++height) {
    const Group group = group_at(count_of_height, height);
    if (group.count > small.count) small = group;
  }
  const Group& chosen = small.count >= kSmallLettersShare * best.count ? small : best;
  const double agreement =
      (chosen.count + (&chosen == &small ? best.count : 0)) / static_cast<double>(letters.boxes.size());
  const double plenty = std::min(1.0, static_cast<double>(letters.boxes.size()) / kEnoughPieces);
  return {chosen.height_px * letters.reduction, std::min(1.0, agreement * 2) * plenty * plenty};
}

}  // namespace emend::image
