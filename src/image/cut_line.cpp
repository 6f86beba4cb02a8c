#include "image/cut_line.h"

#include <algorithm>
#include <cmath>

#include "image/opencv_view.h"

namespace emend::image {
namespace {

// In heights of capitals; the training lines of the model of typescript have such rooms.
constexpr double kAbove = 1.35;
constexpr double kBelow = 0.55;
constexpr double kAside = 0.8;
constexpr double kWhite = 255;
// A rise of less than this over the whole line, in pixels, is none.
constexpr double kLevelPx = 1;

}  // namespace

CutRoom room_of_line(double tall_px) {
  return {kAbove * tall_px, kBelow * tall_px, kAside * tall_px, kAside * tall_px};
}

LineCut cut_line(const Picture& page, const TextLine& line, const CutRoom& room) {
  const cv::Mat grey = grey_view(page);
  const int left = std::max(0, line.box.x - static_cast<int>(std::lround(room.left_px)));
  const int right = std::min(grey.cols, line.box.right() + static_cast<int>(std::lround(room.right_px)));
  const int height = static_cast<int>(std::lround(room.above_px + room.below_px));
  if (right <= left || height <= 0) return {};
  double slope = line.box.width > 0 ? (line.baseline_right - line.baseline_left) / line.box.width : 0;
  if (std::abs(slope * (right - left)) < kLevelPx) slope = 0;
  const double middle = (line.baseline_left + line.baseline_right) / 2;
  const double baseline = slope == 0 ? middle : line.baseline_left - slope * (line.box.x - left);
  const double top = slope == 0 ? std::round(baseline - room.above_px) : baseline - room.above_px;
  const Transform to_page(1, 0, left, slope, 1, top);
  cv::Mat strip;
  const cv::Mat map = (cv::Mat_<double>(2, 3) << 1, 0, left, slope, 1, top);
  cv::warpAffine(grey, strip, map, cv::Size(right - left, height), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_CONSTANT, cv::Scalar(kWhite));
  return {to_picture(strip, page.resolution_dpi()), to_page};
}

}  // namespace emend::image
