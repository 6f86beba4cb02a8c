#include "ocr/drawn_page.h"

#include <sstream>

#include <opencv2/imgproc.hpp>

#include "document/raw_text.h"

namespace emend::ocr {

image::Picture drawn_page(const std::vector<std::string>& lines, int channels, int resolution_dpi) {
  constexpr int kMarginPx = 60;
  constexpr int kLineHeightPx = 60;
  const cv::Size size(900, 2 * kMarginPx + kLineHeightPx * static_cast<int>(lines.size()));
  cv::Mat pixels(size, channels == 1 ? CV_8UC1 : CV_8UC3, cv::Scalar::all(255));
  for (std::size_t i = 0; i < lines.size(); ++i)
    cv::putText(pixels, lines[i], {kMarginPx, kMarginPx + kLineHeightPx * static_cast<int>(i) + kLineHeightPx / 2},
                cv::FONT_HERSHEY_SIMPLEX, 1.0, cv::Scalar::all(0), 2, cv::LINE_AA);
  return {size.width, size.height, channels,
          std::vector<std::uint8_t>(pixels.data, pixels.data + pixels.total() * pixels.elemSize()), resolution_dpi};
}

image::Picture plain_page(int width_px, int height_px, std::uint8_t value) {
  const std::size_t count = static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px);
  return {width_px, height_px, 1, std::vector<std::uint8_t>(count, value)};
}

std::vector<std::string> lines_of(const document::Page& page) {
  const document::RawText raw = document::RawText::from_pages({page});
  std::istringstream text{std::string(raw.text())};
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace emend::ocr
