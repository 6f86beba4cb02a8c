// Rule: paints over underlines and ruled lines that lie level, and leaves the letters that touch them.
//
// Method: what an opening longer than any stroke of a letter leaves of the ink, where it is thin, is a rule. Column by
// column it is painted over only where the ink ends with it; where a letter stands on it or hangs through it, it stays.
// Rules stay in the scan and are told as regions.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/encode.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

// On typed pages with fewer and shorter rules, most of them those of printed forms, Tesseract read as much text worse
// as better without them.
constexpr Condition kTriedWhere[] = {{"rule_share", 0.03}};

constexpr StepInfo kInfo{
    "rule",
    "Paints over underlines and ruled lines, and keeps the letters on them.",
    "Underlined words lose their descenders and their full stops to the line, and tables fall apart.",
    kTriedWhere,
    false,
    true};

// In heights of small letters: longer than any dash, and no thicker than a stroke.
constexpr double kLeastLength = 6;
constexpr double kMostThickness = 0.32;
// A run of ink that is taller than the rule by less is the rule and its soft rim.
constexpr double kRim = 0.14;
constexpr double kInkShare = 0.72;
constexpr double kLeastPaperLevel = 90;
constexpr double kSureHeight = 0.3;
// Less disturbs nobody; more is a form or a picture.
constexpr double kLeastShare = 0.03;
constexpr double kMostShare = 0.5;

struct Rules {
  cv::Mat mask;     // 255 where nothing but a rule is
  cv::Mat painted;  // the page without them
  std::vector<document::Box> boxes;
};

// The run of ink around (x, from..to), as far as `most` pixels beyond both ends.
std::pair<int, int> run_around(const cv::Mat& ink, int x, int from, int to, int most) {
  int top = from, bottom = to;
  while (top > 0 && from - top < most && ink.at<std::uint8_t>(top - 1, x) != 0) --top;
  while (bottom + 1 < ink.rows && bottom - to < most && ink.at<std::uint8_t>(bottom + 1, x) != 0) ++bottom;
  return {top, bottom};
}

Rules find_rules(const cv::Mat& grey, const cv::Mat& ink, double x_height_px) {
  cv::Mat level, labels, stats, centres;
  const int length = std::max(8, static_cast<int>(std::lround(kLeastLength / 2 * x_height_px)));
  cv::morphologyEx(ink, level, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(length, 1)));
  // A rule that is a little askew lies in steps; those of one belong together.
  cv::Mat joined;
  cv::dilate(level, joined, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
  const int count = cv::connectedComponentsWithStats(joined, labels, stats, centres, 8, CV_32S);
  Rules rules;
  rules.mask = cv::Mat::zeros(ink.size(), CV_8U);
  rules.painted = grey.clone();
  const int rim = std::max(2, static_cast<int>(std::lround(kRim * x_height_px)));
  const double thickest = std::max(2.0, kMostThickness * x_height_px);
  for (int i = 1; i < count; ++i) {
    const int* row = stats.ptr<int>(i);
    const cv::Rect box(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]);
    if (box.width < kLeastLength * x_height_px) continue;
    if (row[cv::CC_STAT_AREA] > (thickest + 2) * box.width) continue;  // thicker on the whole: a bar
    bool is_painted = false;
    for (int x = box.x; x < box.br().x; ++x) {
      int from = -1, to = -1;
      for (int y = box.y; y < box.br().y; ++y) {
        if (labels.at<int>(y, x) != i || level.at<std::uint8_t>(y, x) == 0) continue;
        if (from < 0) from = y;
        to = y;
      }
      if (from < 0 || to - from > thickest) continue;
      const auto [top, bottom] = run_around(ink, x, from, to, rim + 1);
      if (from - top > rim || bottom - to > rim) continue;  // a letter
      // Between the paper above and below, so that no light line takes the place of the dark one.
      const int first = std::max(0, top - 1), last = std::min(ink.rows - 1, bottom + 1);
      const auto paper = static_cast<std::uint8_t>((grey.at<std::uint8_t>(std::max(0, first - 1), x) +
                                                    grey.at<std::uint8_t>(std::min(ink.rows - 1, last + 1), x)) /
                                                   2);
      for (int y = first; y <= last; ++y) {
        rules.mask.at<std::uint8_t>(y, x) = 255;
        rules.painted.at<std::uint8_t>(y, x) = paper;
      }
      is_painted = true;
    }
    if (is_painted) rules.boxes.push_back({box.x, box.y, box.width, box.height});
  }
  return rules;
}

class Rule : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const LetterHeight height = measure_letter_height(find_letters(input));
    Figures figures{{"x_height_px", height.x_height_px}};
    if (height.confidence < kSureHeight)
      return left_alone(input, height.confidence, "there is no text that rules could be told from", std::move(figures));
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double paper_level = level_of_paper(grey);
    if (paper_level < kLeastPaperLevel)
      return left_alone(input, 0, "the paper is as dark as a rule would be", std::move(figures));
    const cv::Mat ink = grey < paper_level * kInkShare;
    const Rules rules = find_rules(grey, ink, height.x_height_px);
    const double share = cv::countNonZero(rules.mask & ink) / std::max(1.0, static_cast<double>(cv::countNonZero(ink)));
    figures["rules"] = static_cast<double>(rules.boxes.size());
    figures["rule_share_of_ink"] = share;
    if (share < kLeastShare) return left_alone(input, 1, "there are no long rules", std::move(figures));
    if (share > kMostShare) return left_alone(input, 0, "so much is ruled that it is a picture", std::move(figures));
    StepResult result = changed(
        to_picture(rules.painted, input.resolution_dpi()), {}, 1 - share,
        fmt::format("painted over {} rules and underlines, {:.0f} % of the ink", rules.boxes.size(), share * 100),
        std::move(figures));
    for (const document::Box& box : rules.boxes) result.regions.push_back({document::RegionKind::kRule, box});
    return result;
  }
};

}  // namespace

std::unique_ptr<Step> make_rule() { return std::make_unique<Rule>(); }

}  // namespace emend::image
