#include "image/line_variants.h"

#include <algorithm>
#include <cmath>

#include "image/binarise.h"
#include "image/encode.h"
#include "image/opencv_view.h"

namespace emend::image {
namespace {

// In heights of capitals.
constexpr double kSharpRadius = 1.0 / 6;
constexpr double kSmoothRadius = 1.0 / 16;
constexpr double kWindow = 2.5;
// How much of the difference to the smoothed picture is added.
constexpr double kSharpAmount = 1.2;
// The darkest twentieth of a line's pixels is ink. It becomes this dark, of 255; lighter ink goes with it.
constexpr double kInkShare = 0.05;
constexpr double kWantedInk = 30;
constexpr double kWhite = 250;
constexpr double kLeastSpread = 8;
// Ink that takes less of the paper's light is below Sauvola's threshold in part.
constexpr double kFaintContrast = 0.35;

cv::Mat sharpened(const cv::Mat& grey, double tall_px) {
  cv::Mat soft, sharp;
  cv::GaussianBlur(grey, soft, cv::Size(), std::max(0.8, kSharpRadius * tall_px), 0, cv::BORDER_REPLICATE);
  cv::addWeighted(grey, 1 + kSharpAmount, soft, -kSharpAmount, 0, sharp);
  return sharp;
}

cv::Mat darkened(const cv::Mat& grey) {
  const double ink = level_at_share(grey, kInkShare), paper = level_of_paper(grey);
  if (paper - ink < kLeastSpread || (ink <= kWantedInk && paper >= kWhite)) return grey;
  const double gain = (kWhite - kWantedInk) / (paper - ink);
  cv::Mat dark;
  grey.convertTo(dark, CV_8U, gain, kWhite - gain * paper);
  return dark;
}

Picture black_and_white(const Picture& strip, int window_px) {
  const cv::Mat grey = view(strip);
  const double ink = level_at_share(grey, kInkShare), paper = level_of_paper(grey);
  return paper - ink < kFaintContrast * paper ? wolf_binarised(strip, window_px) : binarised(strip, window_px);
}

cv::Mat smoothed(const cv::Mat& grey, double tall_px) {
  cv::Mat soft;
  cv::GaussianBlur(grey, soft, cv::Size(), std::max(0.7, kSmoothRadius * tall_px), 0, cv::BORDER_REPLICATE);
  return soft;
}

}  // namespace

std::vector<std::string_view> line_variant_names() { return {"smoothed", "binarised", "sharpened", "darkened"}; }

std::vector<LineVariant> line_variants(const Picture& strip, double tall_px) {
  const Picture grey_strip = to_grey(strip);
  const cv::Mat grey = view(grey_strip);
  const int dpi = strip.resolution_dpi();
  return {{"smoothed", to_picture(smoothed(grey, tall_px), dpi)},
          {"binarised", black_and_white(grey_strip, static_cast<int>(std::lround(kWindow * tall_px)) | 1)},
          {"sharpened", to_picture(sharpened(grey, tall_px), dpi)},
          {"darkened", to_picture(darkened(grey), dpi)}};
}

}  // namespace emend::image
