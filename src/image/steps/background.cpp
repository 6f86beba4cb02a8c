// Background: gives a page with dark, uneven or faded paper an even white one.
//
// Method: the paper under the letters is what a grey closing larger than their strokes leaves; dividing by it makes
// the paper white everywhere and keeps how much darker the ink is. Where even the darkest ink stays light, the range
// from ink to paper is then stretched.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/opencv_view.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr StepInfo kInfo{
    "background", "Gives a page with dark or uneven paper an even white one.",
    "Brown paper, shadows of the fold and faded ribbons make engines lose whole lines; on even pages it does nothing."};

// The longer side of the picture that the paper is measured in, in pixels.
constexpr double kLookedAtPx = 1000;
// Wider than any stroke of text and than the counters of letters, at that size: 3 mm of A4.
constexpr int kClosingPx = 11;
constexpr int kSmoothingPx = 31;
// What is darker than this share of the light paper is no paper: blackened lines, stamps, photographs.
constexpr double kPaperShare = 0.4;
constexpr double kLeastPaperArea = 0.6;
// Of 255: the difference between light and dark paper on one page that Tesseract's page analysis stumbles over.
constexpr double kUnevenLevels = 70;
// Of 255: paper as dark as this.
constexpr double kDarkPaperLevel = 130;
// The light of the darkest hundredth of the page, as a share of the paper's: black type has 0.2 to 0.5.
constexpr double kFaintInkShare = 0.72;
// Lighter than this, nothing is written.
constexpr double kNoInkShare = 0.93;
// Paper becomes this, a little below white, so that its grain does not all turn into white.
constexpr double kWhitePaper = 245;

struct Paper {
  cv::Mat light;           // in the small picture
  double dark_level = 0;   // the darkest twentieth of the paper
  double light_level = 0;  // the lightest twentieth
  double middle_level = 0;
  double area_share = 0;  // how much of the page is paper
  double ink_share = 1;   // see kFaintInkShare
};

double at_share(std::vector<float>& values, double share) {
  if (values.empty()) return 0;
  const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + index, values.end());
  return values[static_cast<std::size_t>(index)];
}

Paper measure_paper(const cv::Mat& small) {
  Paper paper;
  const cv::Mat brush = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(kClosingPx, kClosingPx));
  cv::Mat closed;
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

Picture even(const cv::Mat& grey, const Paper& paper, int dpi) {
  // From [ink, paper] to [0, kWhitePaper] where the ink is faint, else from [0, paper].
  const double low = paper.ink_share > kFaintInkShare ? paper.ink_share * 0.9 : 0;
  const double gain = kWhitePaper / (1 - low);
  cv::Mat light;
  cv::resize(paper.light, light, grey.size(), 0, 0, cv::INTER_LINEAR);
  cv::Mat out(grey.size(), CV_8U);
  for (int y = 0; y < grey.rows; ++y) {
    const std::uint8_t* in = grey.ptr(y);
    const float* under = light.ptr<float>(y);
    std::uint8_t* to = out.ptr(y);
    for (int x = 0; x < grey.cols; ++x)
      to[x] = static_cast<std::uint8_t>(std::clamp((in[x] / static_cast<double>(under[x]) - low) * gain, 0.0, 255.0));
  }
  return to_picture(out, dpi);
}

class Background : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double factor = std::min(1.0, kLookedAtPx / std::max(grey.cols, grey.rows));
    cv::Mat small;
    cv::resize(
        grey, small,
        cv::Size(std::max(1, static_cast<int>(grey.cols * factor)), std::max(1, static_cast<int>(grey.rows * factor))),
        0, 0, cv::INTER_AREA);
    const Paper paper = measure_paper(small);
    const double unevenness = paper.light_level - paper.dark_level;
    Figures figures{{"paper_level", paper.middle_level},
                    {"unevenness_levels", unevenness},
                    {"ink_share", paper.ink_share},
                    {"paper_area_share", paper.area_share}};
    if (paper.area_share < kLeastPaperArea)
      return left_alone(input, 0, "too little of the page is paper", std::move(figures));
    if (paper.ink_share > kNoInkShare) return left_alone(input, 0, "nothing is written on it", std::move(figures));
    // How far the worst of the three is beyond its limit; 1 is at the limit.
    const double need = std::max({unevenness / kUnevenLevels, kDarkPaperLevel / std::max(paper.middle_level, 1.0),
                                  paper.ink_share / kFaintInkShare});
    const double confidence = std::clamp(std::abs(need - 1) * 2, 0.0, 1.0);
    if (need < 1) return left_alone(input, confidence, "the paper is even and the ink is dark", std::move(figures));
    return changed(even(grey, paper, input.resolution_dpi()), {}, confidence,
                   fmt::format("evened the paper: its light differed by {:.0f} of 255", unevenness),
                   std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_background() { return std::make_unique<Background>(); }

}  // namespace emend::image
