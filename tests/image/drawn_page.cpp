#include "image/drawn_page.h"

#include <algorithm>
#include <cmath>
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
  std::string words =
      "the delegates of the village asked that the land be divided before the spring and that bread be "
      "sent to the town of which they had heard the last time in the middle of the long and hard winter ";
  if (page.is_spaced)
    for (std::size_t i = 1; i < words.size(); i += 2) words.insert(i, 1, ' ');
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

Picture with_words(const Picture& page, const char* words, int x, int y, double x_height_px) {
  cv::Mat pixels = view(page).clone();
  cv::putText(pixels, words, cv::Point(x, y), cv::FONT_HERSHEY_COMPLEX, x_height_px / kXHeightAtScaleOne,
              cv::Scalar::all(20), std::max(1, static_cast<int>(std::lround(x_height_px / 8))), cv::LINE_AA);
  return to_picture(pixels, page.resolution_dpi());
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

Picture curled(const Picture& page, double depth_px) {
  const cv::Mat in = view(page);
  cv::Mat across(in.size(), CV_32F), down(in.size(), CV_32F), out;
  for (int y = 0; y < in.rows; ++y)
    for (int x = 0; x < in.cols; ++x) {
      const double u = std::max(0.0, 2.0 * x / in.cols - 1);
      across.at<float>(y, x) = static_cast<float>(x);
      down.at<float>(y, x) = static_cast<float>(y - depth_px * u * u);
    }
  cv::remap(in, out, across, down, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  return to_picture(out, page.resolution_dpi());
}

Picture shining_through(const Picture& page, double share) {
  cv::Mat back, out;
  cv::flip(view(page), back, 1);
  // Half a line lower, as the back's lines do not lie on the front's.
  const cv::Mat lower = (cv::Mat_<double>(2, 3) << 1, 0, 0, 0, 1, 30);
  cv::warpAffine(back, back, lower, back.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::GaussianBlur(back, back, cv::Size(), 1.5);
  back.convertTo(back, CV_8U, share, 255 * (1 - share));
  cv::min(view(page), back, out);
  return to_picture(out, page.resolution_dpi());
}

Picture blurred(const Picture& page, double sigma_px) {
  cv::Mat out;
  cv::GaussianBlur(view(page), out, cv::Size(), sigma_px);
  return to_picture(out, page.resolution_dpi());
}

Picture lined(const Picture& page, int thickness_px, int every_px) {
  return changed_pixels(page, [&](int, int y, std::uint8_t& pixel) {
    if (y % every_px < thickness_px) pixel = 255;
  });
}

Picture clogged(const Picture& page, int spread_px, std::uint8_t level) {
  cv::Mat spread, out;
  cv::erode(view(page), spread,
            cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(2 * spread_px + 1, 2 * spread_px + 1)));
  spread.setTo(level, spread < level);
  cv::min(view(page), spread, out);
  return to_picture(out, page.resolution_dpi());
}

Picture with_disc(const Picture& page, int x, int y, int radius_px) {
  cv::Mat out = view(page).clone();
  cv::circle(out, cv::Point(x, y), radius_px, cv::Scalar::all(10), cv::FILLED, cv::LINE_AA);
  return to_picture(out, page.resolution_dpi());
}

Picture with_ring(const Picture& page, int x, int y, int radius_px, int blue, int green, int red) {
  cv::Mat ring(page.height_px(), page.width_px(), CV_8UC3, cv::Scalar::all(255)), colours, out;
  cv::circle(ring, cv::Point(x, y), radius_px, cv::Scalar(blue, green, red), 9, cv::LINE_AA);
  cv::cvtColor(view(page), colours, cv::COLOR_GRAY2BGR);
  cv::min(colours, ring, out);
  return to_picture(out, page.resolution_dpi());
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
