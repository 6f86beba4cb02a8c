// Blackout: paints over the black bars with which names and lines were struck out for good.
//
// Method: what an opening by most of a letter's height leaves of the dark pixels is thicker than any stroke; of that,
// what is as wide as several letters is a bar. Its rim follows as far as it is dark, but no further than the opening
// reached, so letters that touch a bar stay. The bars stay in the scan and are told as regions.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/ink_pieces.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"thick_ink_share", 0.0002}};

constexpr StepInfo kInfo{
    "blackout",
    "Paints over black bars inside the page with the colour of the paper.",
    "Engines take a redaction bar for letters or for a column's edge, and lose the line beside it.",
    kTriedWhere,
    false,
    true};

// In heights of small letters: strokes are thinner than this, even of clogged letters beside each other ...
constexpr double kThickness = 0.8;
// ... and bars are wider than this.
constexpr double kLeastWidth = 2.6;
constexpr double kLeastHeight = 0.9;
// A low strip of a bar.
constexpr double kLongStrip = 3;
constexpr double kLowStrip = 0.4;
constexpr double kSureHeight = 0.3;
// Darker than this share of the paper's light.
constexpr double kDarkShare = 0.45;
constexpr double kLeastPaperLevel = 90;
// More black than this is a photograph or a negative.
constexpr double kMostAreaShare = 0.35;

// Bars are looked for in a picture in which small letters are still this high, in pixels.
constexpr int kSeenXHeightPx = 10;

// 255 where a bar is, and the boxes of the bars.
struct Bars {
  cv::Mat mask;
  std::vector<document::Box> boxes;
};

Bars find_bars(const cv::Mat& grey, double dark_level, double x_height_px) {
  const cv::Mat dark = grey < dark_level;
  const int thick = std::max(4, static_cast<int>(std::lround(x_height_px * kThickness)));
  const cv::Mat brush = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(thick, thick));
  cv::Mat opened;
  cv::morphologyEx(dark, opened, cv::MORPH_OPEN, brush);
  // A white line of the scanner may part a bar lengthwise; what is left is low, but longer than any stroke of type.
  const cv::Mat long_brush = cv::getStructuringElement(
      cv::MORPH_RECT, cv::Size(static_cast<int>(std::lround(x_height_px * kLongStrip)),
                               std::max(4, static_cast<int>(std::lround(x_height_px * kLowStrip)))));
  cv::Mat strips;
  cv::morphologyEx(dark, strips, cv::MORPH_OPEN, long_brush);
  opened |= strips;
  const InkPieces found = find_ink_pieces(opened);
  Bars bars;
  bool has_bar = false;
  std::vector<bool> is_bar(found.pieces.size(), false);
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    const cv::Rect& box = found.pieces[i].box;
    if (std::max(box.width, box.height) < kLeastWidth * x_height_px) continue;
    if (std::min(box.width, box.height) >= kLeastHeight * x_height_px) has_bar = true;
    is_bar[i] = true;
    bars.boxes.push_back({box.x, box.y, box.width, box.height});
  }
  // Low strips by themselves are underlines.
  if (!has_bar) return {};
  bars.mask = cv::Mat::zeros(grey.size(), CV_8U);
  paint_pieces(
      found, [&](std::size_t piece) { return is_bar[piece]; }, bars.mask);
  // The rounded corners and the ragged rim, and the soft pixels around them.
  cv::Mat rim;
  cv::dilate(bars.mask, rim, brush);
  bars.mask |= rim & dark;
  cv::dilate(bars.mask, bars.mask, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
  return bars;
}

// The same in a page that is reduced by a whole number, as far as letters stay large enough: it takes a fraction of the
// time.
Bars find_bars_reduced(const cv::Mat& grey, double dark_level, double x_height_px) {
  const int factor = std::max(1, static_cast<int>(x_height_px / kSeenXHeightPx));
  if (factor == 1) return find_bars(grey, dark_level, x_height_px);
  cv::Mat small;
  cv::resize(grey, small, cv::Size(grey.cols / factor, grey.rows / factor), 0, 0, cv::INTER_AREA);
  Bars bars = find_bars(small, dark_level, x_height_px / factor);
  if (bars.boxes.empty()) return bars;
  const double across = static_cast<double>(grey.cols) / small.cols, down = static_cast<double>(grey.rows) / small.rows;
  for (document::Box& box : bars.boxes)
    box = {static_cast<int>(box.x * across), static_cast<int>(box.y * down), static_cast<int>(box.width * across),
           static_cast<int>(box.height * down)};
  cv::resize(bars.mask, bars.mask, grey.size(), 0, 0, cv::INTER_NEAREST);
  return bars;
}

class Blackout : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const LetterHeight height = measure_letter_height(find_letters(input));
    Figures figures{{"x_height_px", height.x_height_px}};
    if (height.confidence < kSureHeight)
      return left_alone(input, height.confidence, "there is no text that bars could stand in", std::move(figures));
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double paper_level = level_of_paper(grey);
    if (paper_level < kLeastPaperLevel)
      return left_alone(input, 0, "the paper is as dark as a bar would be", std::move(figures));
    const Bars bars = find_bars_reduced(grey, paper_level * kDarkShare, height.x_height_px);
    const double share = bars.boxes.empty() ? 0 : cv::countNonZero(bars.mask) / static_cast<double>(bars.mask.total());
    figures["bars"] = static_cast<double>(bars.boxes.size());
    figures["bar_share"] = share;
    if (bars.boxes.empty()) return left_alone(input, 1, "there are no black bars", std::move(figures));
    if (share > kMostAreaShare)
      return left_alone(input, 0, "so much is black that it is a picture", std::move(figures));
    cv::Mat out = grey.clone();
    out.setTo(paper_level, bars.mask);
    StepResult result =
        changed(to_picture(out, input.resolution_dpi()), {}, 1 - share / kMostAreaShare,
                fmt::format("painted over {} black bars, {:.1f} % of the page", bars.boxes.size(), share * 100),
                std::move(figures));
    for (const document::Box& box : bars.boxes) result.regions.push_back({document::RegionKind::kBlackout, box});
    return result;
  }
};

}  // namespace

std::unique_ptr<Step> make_blackout() { return std::make_unique<Blackout>(); }

}  // namespace emend::image
