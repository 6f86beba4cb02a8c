#include "image/paper_light.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace emend::image {
namespace {

// The longer side of the picture that the paper is measured in, in pixels.
constexpr double kLookedAtPx = 1000;
// Wider than any stroke of text and than the counters of letters, at that size: 3 mm of A4.
constexpr int kClosingPx = 11;
constexpr int kSmoothingPx = 31;
// What is darker than this share of the light paper is no paper: blackened lines, stamps, photographs.
constexpr double kPaperShare = 0.4;
// Paper becomes this, a little below white, so that its grain does not all turn into white.
constexpr float kWhitePaper = 245;

double at_share(std::vector<float>& values, double share) {
  if (values.empty()) return 0;
  const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + index, values.end());
  return values[static_cast<std::size_t>(index)];
}

}  // namespace

PaperLight measure_paper_light(const cv::Mat& grey) {
  const double factor = std::min(1.0, kLookedAtPx / std::max(grey.cols, grey.rows));
  const cv::Size size(std::max(1, static_cast<int>(grey.cols * factor)),
                      std::max(1, static_cast<int>(grey.rows * factor)));
  cv::Mat small, closed;
  cv::resize(grey, small, size, 0, 0, cv::INTER_AREA);
  PaperLight paper;
  const cv::Mat brush = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(kClosingPx, kClosingPx));
  cv::medianBlur(small, closed, 3);  // single light grains would be spread by the closing
  cv::morphologyEx(closed, closed, cv::MORPH_CLOSE, brush);
  cv::GaussianBlur(closed, closed, cv::Size(kSmoothingPx, kSmoothingPx), 0, 0, cv::BORDER_REPLICATE);
  closed.convertTo(paper.light, CV_32F);

  std::vector<float> levels(paper.light.begin<float>(), paper.light.end<float>());
  const double brightest = at_share(levels, 0.95);
  const double least = std::max(brightest * kPaperShare, 1.0);
  const auto first_dark = std::partition(levels.begin(), levels.end(), [&](float level) { return level >= least; });
  paper.area_share = static_cast<double>(first_dark - levels.begin()) / static_cast<double>(levels.size());
  levels.erase(first_dark, levels.end());
  paper.dark_level = at_share(levels, 0.05);
  paper.light_level = at_share(levels, 0.95);
  paper.middle_level = at_share(levels, 0.5);
  // What is no paper stays as dark as it is.
  paper.light.setTo(paper.middle_level, paper.light < least);

  cv::Mat shares;
  cv::divide(small, paper.light, shares, 1, CV_32F);
  std::vector<float> ink(shares.begin<float>(), shares.end<float>());
  paper.ink_share = at_share(ink, 0.01);
  return paper;
}

cv::Mat on_even_paper(const cv::Mat& grey, const PaperLight& paper, double ink_share) {
  const auto low = static_cast<float>(ink_share);
  const float gain = kWhitePaper / (1 - low);
  cv::Mat light;
  cv::resize(paper.light, light, grey.size(), 0, 0, cv::INTER_LINEAR);
  cv::Mat out(grey.size(), CV_8U);
  for (int y = 0; y < grey.rows; ++y) {
    const std::uint8_t* in = grey.ptr(y);
    const float* under = light.ptr<float>(y);
    std::uint8_t* to = out.ptr(y);
    for (int x = 0; x < grey.cols; ++x)
      to[x] = static_cast<std::uint8_t>(std::clamp((static_cast<float>(in[x]) / under[x] - low) * gain, 0.0F, 255.0F));
  }
  return out;
}

}  // namespace emend::image
