// Hole punch: paints over the round black spots that punched holes leave where the scanner's lid is dark.
//
// Method: what an opening by a letter's height leaves of the dark pixels and is round, free-standing and near an edge.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/encode.h"
#include "image/ink_pieces.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"thick_ink_share", 0.0001}};

constexpr StepInfo kInfo{"hole-punch",
                         "Paints over punched holes with the colour of the paper.",
                         "A black hole is read as a letter or a bullet, and looks like a short blackened word.",
                         kTriedWhere,
                         false,
                         true};

// Of the page's longer side: holes of 4 to 9 mm on A4, up to 9 on half of it.
constexpr double kSmallest = 0.012;
constexpr double kLargest = 0.045;
// As near as this to an edge, as a share of that side of the page.
constexpr double kMargin = 0.14;
// Width by height, and the share of its box that a disc fills (0.785).
constexpr double kFlattest = 0.8;
constexpr double kLeastFill = 0.7;
constexpr double kMostFill = 0.87;
// Round it, as a share of its diameter, there is paper but for this share.
constexpr double kRoom = 0.2;
constexpr double kMostInkAround = 0.06;
constexpr double kDarkShare = 0.45;
constexpr double kLeastPaperLevel = 90;
// More than this are printed dots.
constexpr std::size_t kMostHoles = 8;
// Holes are seen well enough in a picture of this many.
constexpr double kMostPixels = 1'000'000;

struct Holes {
  std::vector<cv::Rect> boxes;  // in the reduced picture
  double roundness = 0;         // of the least round one
};

bool is_near_edge(const cv::Rect& box, const cv::Size& size) {
  const cv::Point middle(box.x + box.width / 2, box.y + box.height / 2);
  return std::min(middle.x, size.width - middle.x) < kMargin * size.width ||
         std::min(middle.y, size.height - middle.y) < kMargin * size.height;
}

double ink_around(const cv::Mat& dark, const cv::Rect& box) {
  const int room = std::max(2, static_cast<int>(kRoom * box.width));
  const cv::Rect inner = cv::Rect(box.x - 2, box.y - 2, box.width + 4, box.height + 4) & cv::Rect({}, dark.size());
  const cv::Rect outer =
      cv::Rect(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room) & cv::Rect({}, dark.size());
  const double area = std::max(1, outer.area() - inner.area());
  return (cv::countNonZero(dark(outer)) - cv::countNonZero(dark(inner))) / area;
}

Holes find_holes(const cv::Mat& dark) {
  const double side = std::max(dark.cols, dark.rows);
  const int brush = std::max(3, static_cast<int>(kSmallest * side / 2));
  cv::Mat opened;
  cv::morphologyEx(dark, opened, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(brush, brush)));
  Holes holes;
  holes.roundness = 1;
  for (const InkPiece& piece : find_ink_pieces(opened).pieces) {
    const cv::Rect& box = piece.box;
    const double flatness = static_cast<double>(std::min(box.width, box.height)) / std::max(box.width, box.height);
    if (std::max(box.width, box.height) > kLargest * side || std::min(box.width, box.height) < kSmallest * side)
      continue;
    if (flatness < kFlattest || !is_near_edge(box, dark.size())) continue;
    const double fill = cv::countNonZero(dark(box)) / static_cast<double>(box.area());
    if (fill < kLeastFill || fill > kMostFill || ink_around(dark, box) > kMostInkAround) continue;
    holes.boxes.push_back(box);
    holes.roundness = std::min(holes.roundness, flatness);
  }
  return holes;
}

class HolePunch : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double factor = std::min(1.0, std::sqrt(kMostPixels / static_cast<double>(grey.total())));
    cv::Mat small;
    cv::resize(grey, small, cv::Size(), factor, factor, cv::INTER_AREA);
    const double paper_level = level_of_paper(small);
    if (paper_level < kLeastPaperLevel) return left_alone(input, 0, "the paper is as dark as a hole would be");
    const Holes holes = find_holes(small < paper_level * kDarkShare);
    Figures figures{{"holes", static_cast<double>(holes.boxes.size())}};
    if (holes.boxes.empty())
      return left_alone(input, 1, "there are no round black spots at the edges", std::move(figures));
    if (holes.boxes.size() > kMostHoles)
      return left_alone(input, 0, "there are more round spots than a page has holes", std::move(figures));
    cv::Mat out = grey.clone();
    std::vector<document::Region> regions;
    for (const cv::Rect& box : holes.boxes) {
      const double radius = std::max(box.width, box.height) / 2.0 / factor;
      const cv::Point middle(static_cast<int>((box.x + box.width / 2.0) / factor),
                             static_cast<int>((box.y + box.height / 2.0) / factor));
      // A little more than the disc, for its soft rim.
      cv::circle(out, middle, static_cast<int>(radius * 1.08 + 1 / factor) + 2, cv::Scalar::all(paper_level),
                 cv::FILLED);
      regions.push_back({document::RegionKind::kHole,
                         {static_cast<int>(box.x / factor), static_cast<int>(box.y / factor),
                          static_cast<int>(box.width / factor), static_cast<int>(box.height / factor)}});
    }
    StepResult result = changed(
        to_picture(out, input.resolution_dpi()), {}, holes.roundness,
        fmt::format("painted over {} punched {}", holes.boxes.size(), holes.boxes.size() == 1 ? "hole" : "holes"),
        std::move(figures));
    result.regions = std::move(regions);
    return result;
  }
};

}  // namespace

std::unique_ptr<Step> make_hole_punch() { return std::make_unique<HolePunch>(); }

}  // namespace emend::image
