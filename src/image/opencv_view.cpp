#include "image/opencv_view.h"

#include <opencv2/core/utils/logger.hpp>

#include <cstring>

#include "base/check.h"

namespace emend::image {
namespace {

// Of the pixels of a page, the darkest first: ink and shadows are less, so that the level there is that of paper.
constexpr double kPaperShare = 0.6;

}  // namespace

void settle_opencv() {
  static const bool is_settled = [] {
    cv::setNumThreads(0);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    // OpenCV prints an error to stderr before it throws it; the exception alone is enough.
    cv::redirectError([](int, const char*, const char*, const char*, int, void*) { return 0; });
    return true;
  }();
  static_cast<void>(is_settled);
}

cv::Mat view(const Picture& picture) {
  settle_opencv();
  if (picture.is_empty()) return {};
  // cv::Mat has no const form; nobody writes through it, as the header asks.
  auto* pixels = const_cast<std::uint8_t*>(picture.row(0));
  return {picture.height_px(), picture.width_px(), picture.channels() == 1 ? CV_8UC1 : CV_8UC3, pixels};
}

cv::Mat grey_view(const Picture& picture) {
  if (picture.channels() == 1) return view(picture);
  cv::Mat grey;
  // Blue, green, red as Leptonica weighs them, and so Tesseract: the eye's own weights give blue only 0.11.
  if (!picture.is_empty()) cv::transform(view(picture), grey, cv::Matx13f(0.2F, 0.5F, 0.3F));
  return grey;
}

Picture to_picture(const cv::Mat& pixels, int resolution_dpi) {
  if (pixels.empty()) return {};
  EMEND_ASSUME(pixels.type() == CV_8UC1 || pixels.type() == CV_8UC3, "pictures have 8 bits and one or three channels");
  const std::size_t row_bytes = static_cast<std::size_t>(pixels.cols) * static_cast<std::size_t>(pixels.channels());
  std::vector<std::uint8_t> bytes(row_bytes * static_cast<std::size_t>(pixels.rows));
  for (int y = 0; y < pixels.rows; ++y)
    std::memcpy(bytes.data() + static_cast<std::size_t>(y) * row_bytes, pixels.ptr(y), row_bytes);
  return Picture(pixels.cols, pixels.rows, pixels.channels(), std::move(bytes), resolution_dpi);
}

double level_at_share(const cv::Mat& grey, double share) {
  // Neighbours are often of one level; counted apart, none waits for the count before it.
  int histograms[4][256] = {};
  for (int y = 0; y < grey.rows; ++y) {
    const std::uint8_t* row = grey.ptr(y);
    int x = 0;
    for (; x + 4 <= grey.cols; x += 4)
      for (int k = 0; k < 4; ++k) ++histograms[k][row[x + k]];
    for (; x < grey.cols; ++x) ++histograms[0][row[x]];
  }
  const double wanted = share * static_cast<double>(grey.total());
  double seen = 0;
  for (int level = 0; level < 256; ++level) {
    for (const auto& histogram : histograms) seen += histogram[level];
    if (seen >= wanted) return level;
  }
  return 255;
}

double level_of_paper(const cv::Mat& grey) { return level_at_share(grey, kPaperShare); }

}  // namespace emend::image
