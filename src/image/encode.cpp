// Crops, grey and scaled pictures. The file formats write themselves in png_codec.cpp and jpeg_codec.cpp.
#include "image/encode.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "image/opencv_view.h"
#include "image/scan_source.h"

namespace emend::image {

Picture crop(const Picture& picture, document::Box box) {
  // In 64 bits, since a box from a stored page may have any numbers.
  const std::int64_t x0 = std::max<std::int64_t>(box.x, 0);
  const std::int64_t y0 = std::max<std::int64_t>(box.y, 0);
  const std::int64_t x1 = std::min<std::int64_t>(std::int64_t{box.x} + box.width, picture.width_px());
  const std::int64_t y1 = std::min<std::int64_t>(std::int64_t{box.y} + box.height, picture.height_px());
  if (x1 <= x0 || y1 <= y0) return {};
  const auto channels = static_cast<std::size_t>(picture.channels());
  const std::size_t row_bytes = static_cast<std::size_t>(x1 - x0) * channels;
  std::vector<std::uint8_t> pixels(row_bytes * static_cast<std::size_t>(y1 - y0));
  for (std::int64_t y = y0; y < y1; ++y)
    std::memcpy(pixels.data() + static_cast<std::size_t>(y - y0) * row_bytes,
                picture.row(static_cast<int>(y)) + static_cast<std::size_t>(x0) * channels, row_bytes);
  return Picture(static_cast<int>(x1 - x0), static_cast<int>(y1 - y0), picture.channels(), std::move(pixels),
                 picture.resolution_dpi());
}

Picture scaled(const Picture& picture, double factor) {
  EMEND_ASSUME(factor > 0 && std::isfinite(factor), "a picture is scaled by a positive number");
  if (picture.is_empty()) return picture;
  const double width = std::max(std::round(picture.width_px() * factor), 1.0);
  const double height = std::max(std::round(picture.height_px() * factor), 1.0);
  EMEND_ASSUME(width * height <= static_cast<double>(kLargestPagePixels), "a scaled picture stays a page");
  const int dpi = static_cast<int>(std::lround(picture.resolution_dpi() * factor));
  cv::Mat out;
  cv::resize(grey_view(picture), out, cv::Size(static_cast<int>(width), static_cast<int>(height)), 0, 0,
             factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  return to_picture(out, dpi);
}

Picture to_grey(const Picture& picture) {
  if (picture.channels() == 1 || picture.is_empty()) return picture;
  return to_picture(grey_view(picture), picture.resolution_dpi());
}

}  // namespace emend::image
