// Orientation: turns pages that lie on their side or stand on their head.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/ascender_vote.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"
#include "image/turn.h"

namespace emend::image {
namespace {

// So many pieces that look like letters; fewer say nothing about their direction.
constexpr Condition kTriedWhere[] = {{"letters", 150}};

constexpr StepInfo kInfo{"orientation", "Turns a page that lies on its side or stands on its head.",
                         "Landscape tables and backs of sheets are often scanned turned; engines then read garbage.",
                         kTriedWhere};

constexpr std::size_t kEnoughLetters = 200;
// The height of small letters that the vote is best at, in pixels.
constexpr double kVotedXHeightPx = 14;
// Standard deviations. An upright page misread as turned would be lost, a turned one left alone is just bad: real
// upright pages vote up to 49 for upright, and never above 6.5 for another side.
constexpr double kSureVote = 10;
// How often the winning side must outweigh the other axis.
constexpr double kSureRatio = 2.5;

Picture ink_for_vote(const Letters& letters, double x_height_px) {
  const double factor = kVotedXHeightPx * letters.reduction / x_height_px;
  cv::Mat paper = 255 - letters.ink;
  cv::Mat sized;
  cv::resize(paper, sized, cv::Size(), factor, factor, factor < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  return to_picture(sized, 0);
}

// Quarters to turn to the right so that the page stands upright.
struct Verdict {
  int quarters = 0;
  double votes = 0;
  double against = 0;
};

Verdict judge(const AscenderVote& vote) {
  const double upright = std::abs(vote.upright);
  const double sideways = std::abs(vote.turned_left);
  if (upright >= sideways) return {vote.upright >= 0 ? 0 : 2, upright, sideways};
  return {vote.turned_left >= 0 ? 1 : 3, sideways, upright};
}

class Orientation : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Letters letters = find_letters(input);
    const double x_height = measure_letter_height(letters).x_height_px;
    if (letters.boxes.size() < kEnoughLetters || x_height <= 0)
      return left_alone(input, 0, "there are too few letters");
    const AscenderVote vote = vote_by_ascenders(ink_for_vote(letters, x_height));
    const Verdict verdict = judge(vote);
    Figures figures{{"vote_upright", vote.upright}, {"vote_turned_left", vote.turned_left}};
    const bool is_sure = verdict.votes >= kSureVote && verdict.votes >= kSureRatio * verdict.against;
    const double confidence = std::min(1.0, verdict.votes / (2 * kSureVote));
    if (!is_sure) return left_alone(input, confidence, "its letters do not say which way is up", std::move(figures));
    if (verdict.quarters == 0) return left_alone(input, confidence, "the page is upright", std::move(figures));
    figures["turned_right_degrees"] = verdict.quarters * 90.0;
    return changed(turned_right(input, verdict.quarters),
                   turned_right_to_input(input.width_px(), input.height_px(), verdict.quarters), confidence,
                   fmt::format("turned to the right by {} degrees", verdict.quarters * 90), std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_orientation() { return std::make_unique<Orientation>(); }

}  // namespace emend::image
