#include "image/drawn_page.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>

#include "image/opencv_view.h"

namespace emend::image::testing {
namespace {

// Small letters of this OpenCV face are 14 pixels high at scale 1.
constexpr double kXHeightAtScaleOne = 14;

template <typename Change>
Picture changed_pixels(const Picture& page, Change change) {
  cv::Mat pixels = view(page).clone();
  for (int y = 0; y < pixels.rows; ++y)
    for (int x = 0; x < pixels.cols; ++x) change(x, y, pixels.at<std::uint8_t>(y, x));
  return to_picture(pixels, page.resolution_dpi());
}

}  // namespace

Picture drawn(const DrawnPage& page) {
  cv::Mat pixels(page.height, page.width, CV_8U, cv::Scalar::all(page.paper));
  const std::string words =
      "the delegates of the village asked that the land be divided before the spring and that bread be "
      "sent to the town of which they had heard the last time in the middle of the long and hard winter ";
  const double scale = page.x_height_px / kXHeightAtScaleOne;
  const int thickness = std::max(1, static_cast<int>(std::lround(page.x_height_px / 8)));
  const int pitch = static_cast<int>(page.x_height_px * 3);
  std::size_t at = 0;
  for (int y = pitch * 2; y < page.height - pitch; y += pitch) {
    std::string line;
    // Whole words, until the line is as wide as the page allows.
    while (true) {
      const std::size_t end = words.find(' ', at);
      const std::string longer = line + words.substr(at, end - at + 1);
      if (cv::getTextSize(longer, cv::FONT_HERSHEY_COMPLEX, scale, thickness, nullptr).width > page.width - 2 * pitch)
        break;
      line = longer;
      at = end + 1 >= words.size() ? 0 : end + 1;
    }
    if (line.empty()) break;
    cv::putText(pixels, line, cv::Point(pitch, y), cv::FONT_HERSHEY_COMPLEX, scale, cv::Scalar::all(page.ink),
                thickness, cv::LINE_AA);
  }
  if (page.angle_degrees != 0) {
    const cv::Mat turn = cv::getRotationMatrix2D(
        cv::Point2f(static_cast<float>(page.width) / 2, static_cast<float>(page.height) / 2), -page.angle_degrees, 1);
    cv::Mat turned;
    cv::warpAffine(pixels, turned, turn, pixels.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                   cv::Scalar::all(page.paper));
    pixels = turned;
  }
  return to_picture(pixels, page.resolution_dpi);
}

Picture strewn(const Picture& page, double share) {
  std::mt19937 random(7);
  return changed_pixels(page, [&](int, int, std::uint8_t& pixel) {
    const double draw = random() / 4294967296.0;
    if (draw < share) pixel = draw < share / 2 ? 0 : 255;
  });
}

Picture with_margins(const Picture& page, int thickness_px, std::uint8_t level) {
  return changed_pixels(page, [&](int x, int y, std::uint8_t& pixel) {
    if (x < thickness_px || y < thickness_px) pixel = level;
  });
}

Picture with_bar(const Picture& page, const document::Box& bar) {
  return changed_pixels(page, [&](int x, int y, std::uint8_t& pixel) {
    if (x >= bar.x && x < bar.right() && y >= bar.y && y < bar.bottom()) pixel = 0;
  });
}

Picture shaded(const Picture& page, double least_share) {
  return changed_pixels(page, [&](int x, int, std::uint8_t& pixel) {
    const double share = 1 - (1 - least_share) * x / page.width_px();
    pixel = static_cast<std::uint8_t>(pixel * share);
  });
}

Picture filled(int width, int height, std::uint8_t level, int resolution_dpi) {
  return Picture(width, height, 1,
                 std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), level),
                 resolution_dpi);
}

bool is_same(const Picture& a, const Picture& b) {
  if (a.width_px() != b.width_px() || a.height_px() != b.height_px() || a.channels() != b.channels() ||
      a.resolution_dpi() != b.resolution_dpi())
    return false;
  for (int y = 0; y < a.height_px(); ++y)
    if (std::memcmp(a.row(y), b.row(y), a.row_bytes()) != 0) return false;
  return true;
}

}  // namespace emend::image::testing
