// Border: paints over the dark margins that a scanner's lid, a neighbouring page or a copier leaves at the edges.
//
// Method: thick dark areas (what an opening larger than any stroke leaves) that reach the edge of the picture. They
// are painted with the colour of the paper rather than cut off, so that the page keeps its size. Letters at the edge
// are thin and stay.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/opencv_view.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"dark_edge_share", 0.01}};

constexpr StepInfo kInfo{"border",
                         "Paints dark margins at the edges with the colour of the paper.",
                         "Engines read the black of a lid or of a copier as letters, and take it for columns.",
                         kTriedWhere,
                         false,
                         true};

// The longer side of the picture that is looked at, in pixels: about a hundred dots per inch of a letter page.
constexpr double kLookedAtPx = 1000;
// Strokes are thinner and dark margins thicker than this share of the longer side (2.4 mm of A4).
constexpr double kThickShare = 0.008;
// Darker than this share of the paper's light.
constexpr double kDarkShare = 0.5;
// Where the paper itself is as dark as this, of 255, its margins cannot be told from it.
constexpr double kLeastPaperLevel = 90;
// A margin runs along at least this share of the side that it lies at.
constexpr double kLeastRunShare = 0.08;
// Less than this disturbs no engine: measured with Tesseract 5.3, painting slivers of 1 % made pages slightly worse.
constexpr double kLeastAreaShare = 0.015;
// More dark than this is a picture or a film negative, no margin.
constexpr double kMostAreaShare = 0.4;

// How many pixels of a component lie on each edge of the picture, as a share of that edge; the largest of the four.
std::vector<double> edge_runs(const cv::Mat& labels, int count) {
  std::vector<double> runs(static_cast<std::size_t>(count), 0);
  const auto walk = [&](const cv::Mat& edge) {
    std::vector<double> here(runs.size(), 0);
    for (int y = 0; y < edge.rows; ++y)
      for (int x = 0; x < edge.cols; ++x) here[static_cast<std::size_t>(edge.at<int>(y, x))] += 1;
    for (std::size_t i = 0; i < runs.size(); ++i)
      runs[i] = std::max(runs[i], here[i] / static_cast<double>(edge.total()));
  };
  walk(labels.row(0));
  walk(labels.row(labels.rows - 1));
  walk(labels.col(0));
  walk(labels.col(labels.cols - 1));
  return runs;
}

// 255 where a dark margin is.
cv::Mat margins_of(const cv::Mat& small, double paper_level) {
  const cv::Mat dark = small < paper_level * kDarkShare;
  const int thick = std::max(3, static_cast<int>(std::lround(kThickShare * std::max(small.cols, small.rows)))) | 1;
  const cv::Mat brush = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(thick, thick));
  // Continued beyond the edge, so that a thin margin is as thick as a wide one.
  cv::Mat wide, opened;
  cv::copyMakeBorder(dark, wide, thick, thick, thick, thick, cv::BORDER_REPLICATE);
  cv::morphologyEx(wide, opened, cv::MORPH_OPEN, brush);
  opened = opened(cv::Rect(thick, thick, dark.cols, dark.rows)).clone();

  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(opened, labels, stats, centres, 8, CV_32S);
  const std::vector<double> runs = edge_runs(labels, count);
  cv::Mat margins = cv::Mat::zeros(dark.size(), CV_8U);
  for (int y = 0; y < labels.rows; ++y)
    for (int x = 0; x < labels.cols; ++x) {
      const int label = labels.at<int>(y, x);
      if (label > 0 && runs[static_cast<std::size_t>(label)] >= kLeastRunShare) margins.at<std::uint8_t>(y, x) = 255;
    }
  // The ragged rim that the opening rounded off, as far as it is dark, and the soft pixels around it.
  cv::Mat rim;
  cv::dilate(margins, rim, brush);
  margins |= rim & dark;
  cv::dilate(margins, margins, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
  return margins;
}

class Border : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to have margins");
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double factor = std::min(1.0, kLookedAtPx / std::max(grey.cols, grey.rows));
    cv::Mat small;
    cv::resize(
        grey, small,
        cv::Size(std::max(1, static_cast<int>(grey.cols * factor)), std::max(1, static_cast<int>(grey.rows * factor))),
        0, 0, cv::INTER_AREA);
    const double paper_level = level_of_paper(small);
    Figures figures{{"paper_level", paper_level}};
    if (paper_level < kLeastPaperLevel)
      return left_alone(input, 0, "the paper is as dark as a margin would be", std::move(figures));
    const cv::Mat margins = margins_of(small, paper_level);
    const double share = cv::countNonZero(margins) / static_cast<double>(margins.total());
    figures["margin_share"] = share;
    if (share < kLeastAreaShare)
      return left_alone(input, 1, "there are no dark margins worth painting", std::move(figures));
    if (share > kMostAreaShare) return left_alone(input, 0, "so much is dark that it is no margin", std::move(figures));

    cv::Mat mask;
    cv::resize(margins, mask, grey.size(), 0, 0, cv::INTER_NEAREST);
    cv::Mat out = grey.clone();
    out.setTo(paper_level, mask);
    return changed(to_picture(out, input.resolution_dpi()), {}, 1 - share / kMostAreaShare,
                   fmt::format("painted over dark margins, {:.1f} % of the page", share * 100), std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_border() { return std::make_unique<Border>(); }

}  // namespace emend::image
