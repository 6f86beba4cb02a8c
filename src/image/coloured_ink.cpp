#include "image/coloured_ink.h"

#include <algorithm>
#include <vector>

namespace emend::image {
namespace {

// As shares of the paper's light in each channel: ink is darker than this in one channel at least, ...
constexpr double kInkShare = 0.75;
// ... and coloured where its channels differ by more. Black ink and brown grime stay below 0.15, violet and blue stamps
// reach 0.3, red ones 0.5.
constexpr double kColourShare = 0.22;
// Rust and stains of water are yellow to brown: blue is their darkest channel, and green is as far above it as this
// share of red's distance.
constexpr double kBrownShare = 0.3;
// Fringes of letters, where the channels are not in register, are this thin.
constexpr int kFringePx = 3;

}  // namespace

ColouredInk find_coloured_ink(const cv::Mat& colours) {
  ColouredInk found;
  std::vector<cv::Mat> channels;
  cv::split(colours, channels);
  cv::Mat least, most;
  for (cv::Mat& channel : channels) {
    const double paper = std::max(level_of_paper(channel), 1.0);
    channel.convertTo(channel, CV_8U, 255 / paper);
    if (least.empty()) {
      least = channel.clone();
      most = channel.clone();
    } else {
      cv::min(least, channel, least);
      cv::max(most, channel, most);
    }
  }
  found.ink = least < 255 * kInkShare;
  found.mask = (most - least) > 255 * kColourShare;
  found.mask &= found.ink;
  // Blue, green, red.
  cv::Mat green, red;
  cv::subtract(channels[1], channels[0], green, cv::noArray(), CV_32F);
  cv::subtract(channels[2], channels[0], red, cv::noArray(), CV_32F);
  found.mask &= ~((green > 0) & (red > 0) & (green > red * kBrownShare));
  const cv::Mat brush = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(kFringePx, kFringePx));
  cv::Mat core;
  cv::erode(found.mask, core, brush);
  cv::dilate(core, core, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(kFringePx + 2, kFringePx + 2)));
  found.mask &= core;
  const int ink = cv::countNonZero(found.ink);
  found.share = ink > 0 ? cv::countNonZero(found.mask) / static_cast<double>(ink) : 0;
  return found;
}

}  // namespace emend::image
