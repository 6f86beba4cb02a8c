// Dewarp: lays the lines of a curled page straight and level.
//
// Method: one smooth surface through the feet of all lines (page_curl.h) tells how far every place lies too low; the
// page is drawn again with every column of pixels shifted by it. What the curl took from the width of letters stays.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "image/encode.h"
#include "image/letters.h"
#include "image/page_curl.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"bend_share", 0.45}};

constexpr StepInfo kInfo{
    "dewarp",
    "Lays the lines of a curled page straight.",
    "Pages of bound volumes curl towards the fold; engines cut bent lines in pieces, or lose their ends.",
    kTriedWhere,
    false,
    true};

// In heights of small letters. Engines follow lines that are bent by less ...
constexpr double kLeastBend = 0.55;
// ... and what bends by more is no page of lines.
constexpr double kMostDepth = 14;
// How far the feet may lie off the curl, and how much of their distance from straight lines it must explain.
constexpr double kMostOff = 0.12;
constexpr double kLeastExplained = 0.5;
// The grid of shifts, in pixels: curls are smooth.
constexpr double kCellPx = 16;

// The shifts of the page drawn again, `above_px` taller at its top.
ShiftGrid grid_of(const PageCurl& curl, double above_px, int width, int height) {
  ShiftGrid grid;
  grid.cell_px = kCellPx;
  grid.columns = static_cast<int>(width / kCellPx) + 2;
  grid.rows = static_cast<int>(height / kCellPx) + 2;
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column)
      grid.down_px.push_back(static_cast<float>(curl.at(column * kCellPx, row * kCellPx - above_px) - above_px));
  return grid;
}

// The room that the highest and the lowest place need, so that nothing of the page is lost.
std::pair<double, double> room_of(const PageCurl& curl, int width, int height) {
  double above = 0, below = 0;
  for (int x = 0; x <= width; x += 4) {
    above = std::max(above, curl.at(x, 0));
    below = std::max(below, -curl.at(x, height));
  }
  return {std::ceil(above) + 1, std::ceil(below) + 1};
}

cv::Mat shifted(const cv::Mat& grey, const ShiftGrid& grid, int height, double paper_level) {
  cv::Mat across(height, grey.cols, CV_32F), down(height, grey.cols, CV_32F), out;
  for (int y = 0; y < height; ++y) {
    float* x_of = across.ptr<float>(y);
    float* y_of = down.ptr<float>(y);
    for (int x = 0; x < grey.cols; ++x) {
      x_of[x] = static_cast<float>(x);
      y_of[x] = static_cast<float>(y + grid.at(x + 0.5, y + 0.5));
    }
  }
  cv::remap(grey, out, across, down, cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar::all(paper_level));
  return out;
}

class Dewarp : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const PageCurl curl = measure_curl(find_text_lines(input), input.width_px(), input.height_px());
    Figures figures{{"bend_px", curl.bend_px},
                    {"depth_px", curl.depth_px},
                    {"off_straight_px", curl.off_straight_px},
                    {"off_curl_px", curl.off_curl_px},
                    {"lines", static_cast<double>(curl.lines)}};
    if (curl.off_straight_px <= 0) return left_alone(input, 0, "there are too few long lines", std::move(figures));
    const double explained = 1 - curl.off_curl_px / curl.off_straight_px;
    figures["explained_share"] = explained;
    const double confidence = std::clamp(explained, 0.0, 1.0);
    if (curl.bend_px < kLeastBend * curl.x_height_px)
      return left_alone(input, 1 - curl.bend_px / std::max(curl.x_height_px, 1.0), "the lines are straight enough",
                        std::move(figures));
    if (curl.depth_px > kMostDepth * curl.x_height_px)
      return left_alone(input, 0, "so large a curl is not believed", std::move(figures));
    if (curl.off_curl_px > kMostOff * curl.x_height_px || explained < kLeastExplained)
      return left_alone(input, confidence, "the lines do not agree on a curl", std::move(figures));
    const auto [above, below] = room_of(curl, input.width_px(), input.height_px());
    const int height = input.height_px() + static_cast<int>(above + below);
    const auto grid = std::make_shared<const ShiftGrid>(grid_of(curl, above, input.width_px(), height));
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    return changed(to_picture(shifted(grey, *grid, height, level_of_paper(grey)), input.resolution_dpi()),
                   Transform::bend(grid), confidence,
                   fmt::format("straightened lines that were bent by {:.0f} pixels", curl.bend_px), std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_dewarp() { return std::make_unique<Dewarp>(); }

}  // namespace emend::image
