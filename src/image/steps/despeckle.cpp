// Despeckle: takes out single pixels that are unlike all their neighbours, where a page is strewn with them.
//
// Full stops of coarse scans are two pixels wide, and a 3 by 3 median would eat them. So on small type only lone
// pixels and pairs are replaced (a switching median: T. Sun, Y. Neuvo, Detail-preserving median based filters in image
// processing, Pattern Recognition Letters 15, 1994), and the plain median is kept for type that it cannot harm.
#include <fmt/format.h>

#include <algorithm>

#include "image/encode.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

// Well below what the step itself acts on, since it looks at other parts of the page.
constexpr Condition kTriedWhere[] = {{"speck_share", 0.004}};

constexpr StepInfo kInfo{"despeckle", "Takes out single pixels that are unlike all their neighbours.",
                         "Dirty glass, bad lines and microfilm grain strew a page with salt and pepper.", kTriedWhere};

// A speck is darker, or lighter, than each of its eight neighbours by this much, of 255.
constexpr int kSpeckContrast = 80;
// The share of pixels that are specks. Clean scans have under 0.0005, black-and-white copies up to 0.003, and
// noise that disturbs an engine begins near 0.01.
constexpr double kStrewnShare = 0.006;
// With small letters of 14 pixels a full stop has at least nine, and a 3 by 3 median leaves it. Specks that cling to
// letters make them seem up to 1.7 times as high.
constexpr double kMedianIsSafeXHeightPx = 24;
// Below, a full stop may be a single pixel.
constexpr double kSmallestXHeightPx = 9;
constexpr double kSureHeight = 0.3;
// The share is measured in tiles of this side, spread over the page.
constexpr int kTilePx = 256;
constexpr int kTilesAcross = 4;

// 255 where a pixel is a speck.
cv::Mat specks_of(const cv::Mat& grey) {
  static const cv::Mat kNeighbours = (cv::Mat_<std::uint8_t>(3, 3) << 1, 1, 1, 1, 0, 1, 1, 1, 1);
  cv::Mat lightest, darkest, above, below;
  cv::dilate(grey, lightest, kNeighbours, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
  cv::erode(grey, darkest, kNeighbours, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
  cv::subtract(grey, lightest, above);  // saturates at 0
  cv::subtract(darkest, grey, below);
  return (above > kSpeckContrast) | (below > kSpeckContrast);
}

// 255 where ink or paper has at most one neighbour of its kind: specks, pairs of them, and no part of a full stop.
cv::Mat loners_of(const cv::Mat& grey) {
  cv::Mat ink, neighbours;
  cv::threshold(grey, ink, 0, 1, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  cv::boxFilter(ink, neighbours, CV_8U, cv::Size(3, 3), cv::Point(-1, -1), false, cv::BORDER_REPLICATE);
  // The counts include the pixel itself: ink has at most 2 of 9, paper at least 7.
  return ((ink == 1) & (neighbours <= 2)) | ((ink == 0) & (neighbours >= 7));
}

double speck_share(const cv::Mat& grey) {
  double specks = 0;
  double pixels = 0;
  for (int row = 0; row < kTilesAcross; ++row)
    for (int column = 0; column < kTilesAcross; ++column) {
      const cv::Rect tile(grey.cols * column / kTilesAcross, grey.rows * row / kTilesAcross,
                          std::min(kTilePx, grey.cols / kTilesAcross), std::min(kTilePx, grey.rows / kTilesAcross));
      specks += cv::countNonZero(specks_of(grey(tile)));
      pixels += tile.area();
    }
  return specks / pixels;
}

class Despeckle : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double share = speck_share(grey);
    Figures figures{{"speck_share", share}};
    const double confidence = std::min(1.0, share / (2 * kStrewnShare));
    if (share < kStrewnShare) return left_alone(input, 1 - confidence, "there are few specks", std::move(figures));

    cv::Mat median;
    cv::medianBlur(grey, median, 3);
    const LetterHeight height = measure_letter_height(find_letters(to_picture(median, input.resolution_dpi())));
    figures["x_height_px"] = height.x_height_px;
    if (height.confidence < kSureHeight)
      return left_alone(input, height.confidence, "there is no text among the specks", std::move(figures));
    if (height.x_height_px < kSmallestXHeightPx)
      return left_alone(input, confidence, "a full stop would be no larger than a speck", std::move(figures));
    cv::Mat out = median;
    if (height.x_height_px < kMedianIsSafeXHeightPx) {
      out = grey.clone();
      median.copyTo(out, loners_of(grey));
    }
    return changed(to_picture(out, input.resolution_dpi()), {}, confidence,
                   fmt::format("took out specks, {:.1f} in 100 pixels", share * 100), std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_despeckle() { return std::make_unique<Despeckle>(); }

}  // namespace emend::image
