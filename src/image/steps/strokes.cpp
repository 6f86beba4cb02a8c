// Strokes: joins letters that a light line parts, and opens letters that are filled with ink.
//
// Method: letter_faults.h tells which. The gap of a broken letter is inked from the stroke above it to the stroke
// below, column by column. In a filled letter everything lighter than its core is made lighter still, which opens what
// is left of its counters.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/letter_faults.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"broken_share", 0.15}, {"filled_share", 0.27}};

constexpr StepInfo kInfo{"strokes",
                         "Joins letters that a light line parts, and opens letters filled with ink.",
                         "Bad lines of a copier part letters, dirty type fills them; both make others of them.",
                         kTriedWhere,
                         false,
                         true};

// A page with 0.13 was read worse when its letters had been joined.
constexpr double kBrokenShare = 0.15;
// One with 0.22 lost a word when they had been opened.
constexpr double kFilledShare = 0.27;
constexpr double kSureHeight = 0.3;
// In heights of small letters: the highest gap that is inked.
constexpr double kHighestGap = 0.3;
constexpr double kInkShare = 0.72;
// How much lighter the lighter part of a filled letter becomes, and the part that is its core.
constexpr double kGain = 2.2;
constexpr double kCoreShare = 0.2;

cv::Rect full(const cv::Rect& box, double reduction, const cv::Size& size) {
  const auto at = [&](int px) { return static_cast<int>(px * reduction); };
  return cv::Rect(at(box.x), at(box.y), at(box.width), at(box.height)) & cv::Rect({}, size);
}

// Inks the gap between the lowest ink of one piece and the highest of the other, in each column that has both.
void join(const cv::Mat& grey, const cv::Rect& upper, const cv::Rect& lower, double ink_level, int highest,
          cv::Mat& out) {
  const int first = std::max(upper.x, lower.x), last = std::min(upper.br().x, lower.br().x);
  for (int x = first; x < last; ++x) {
    int above = upper.br().y - 1, below = lower.y;
    while (above >= upper.y && grey.at<std::uint8_t>(above, x) >= ink_level) --above;
    while (below < lower.br().y && grey.at<std::uint8_t>(below, x) >= ink_level) ++below;
    if (above < upper.y || below >= lower.br().y || below - above - 1 > highest) continue;
    const auto level = static_cast<std::uint8_t>((grey.at<std::uint8_t>(std::max(above - 1, upper.y), x) +
                                                  grey.at<std::uint8_t>(std::min(below + 1, lower.br().y - 1), x)) /
                                                 2);
    for (int y = above; y <= below; ++y) out.at<std::uint8_t>(y, x) = std::min(out.at<std::uint8_t>(y, x), level);
  }
}

void open_counters(cv::Mat letter, double paper_level) {
  const double core = level_at_share(letter, kCoreShare);
  for (int y = 0; y < letter.rows; ++y)
    for (int x = 0; x < letter.cols; ++x) {
      std::uint8_t& level = letter.at<std::uint8_t>(y, x);
      if (level > core)
        level = static_cast<std::uint8_t>(std::clamp(core + (level - core) * kGain, core, std::max(core, paper_level)));
    }
}

class Strokes : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Letters letters = find_letters(input);
    const LetterHeight height = measure_letter_height(letters);
    Figures figures{{"x_height_px", height.x_height_px}};
    if (height.confidence < kSureHeight)
      return left_alone(input, height.confidence, "the letters do not agree on a height", std::move(figures));
    const LetterFaults faults = find_letter_faults(letters, height.x_height_px);
    figures["broken_share"] = faults.broken_share;
    figures["filled_share"] = faults.filled_share;
    const bool are_broken = faults.broken_share >= kBrokenShare, are_filled = faults.filled_share >= kFilledShare;
    const double need = std::max(faults.broken_share / kBrokenShare, faults.filled_share / kFilledShare);
    const double confidence = std::clamp(std::abs(need - 1), 0.0, 1.0);
    if (!are_broken && !are_filled)
      return left_alone(input, confidence, "few letters are broken or filled", std::move(figures));
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double paper = level_of_paper(grey);
    const int highest = std::max(2, static_cast<int>(std::lround(kHighestGap * height.x_height_px)));
    cv::Mat out = grey.clone();
    const auto box_of = [&](std::size_t i) { return full(letters.boxes[i], letters.reduction, grey.size()); };
    if (are_broken)
      for (const auto& [upper, lower] : faults.broken)
        join(grey, box_of(upper), box_of(lower), paper * kInkShare, highest, out);
    if (are_filled)
      for (const std::size_t i : faults.filled) open_counters(out(box_of(i)), paper);
    return changed(to_picture(out, input.resolution_dpi()), {}, confidence,
                   fmt::format("joined {} broken letters, opened {} filled ones", are_broken ? faults.broken.size() : 0,
                               are_filled ? faults.filled.size() : 0),
                   std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_strokes() { return std::make_unique<Strokes>(); }

}  // namespace emend::image
