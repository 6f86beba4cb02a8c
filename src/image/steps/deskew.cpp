// Deskew: turns the page so that its lines lie level.
//
// Method: Baird's (The skew angle of printed documents, SPSE 1987). The feet of letters are projected along lines of
// a trial angle; the angle that gathers them into the fewest places is that of the lines. Only one point a letter is
// needed, so a page costs a few thousand points for each of about two hundred angles.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "image/encode.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

// Lines that fall or rise; lines so askew, or so bent, that they were not found.
constexpr Condition kTriedWhere[] = {
    {.figure = "skew_degrees", .most = -0.35}, {"skew_degrees", 0.35}, {.figure = "lines_share", .most = 0.5}};

constexpr StepInfo kInfo{
    "deskew",
    "Turns the page so that its lines lie level.",
    "Sheets lie askew on the glass or go askew through a feeder; engines lose words at the ends of sloping lines.",
    kTriedWhere,
    false,
    true};

constexpr double kLargestAngleDegrees = 10;
constexpr double kCoarseStepDegrees = 0.25;
constexpr double kFineStepDegrees = 0.02;
// Engines follow lines that slope by less, and turning blurs every letter a little. Measured with Tesseract 5.3: pages
// with letters of 24 pixels turned by 0.5 degrees and more are read better.
constexpr double kLeastAngleDegrees = 0.5;
// On smaller letters the blur costs more: pages with letters of 12 to 20 pixels were read worse after turns of 0.4 to
// 1.8 degrees.
constexpr double kSmallXHeightPx = 22;
constexpr double kLeastAngleOfSmallLetters = 3;
// Letters that say anything about lines.
constexpr std::size_t kEnoughLetters = 80;
// How far the best angle must stand above the middle one of all trials, as a ratio of their scores. Real pages of a
// dozen lines reach 2 and more; scattered specks stay below 1.3.
constexpr double kSureRatio = 1.6;

struct Feet {
  std::vector<cv::Point2d> points;
  double bin_px = 1;
  double height_px = 0;
};

// How well the feet gather when they are projected along an angle: the sum of squared shares.
double gathering(const Feet& feet, double angle_degrees, std::vector<double>& bins) {
  const double slope = std::tan(angle_degrees * std::numbers::pi / 180);
  std::fill(bins.begin(), bins.end(), 0.0);
  const double offset = static_cast<double>(bins.size()) / 2;
  for (const cv::Point2d& point : feet.points) {
    const double place = (point.y - point.x * slope) / feet.bin_px + offset;
    const double whole = std::floor(place);
    // Shared between two bins, so that the score has no steps.
    const auto bin = static_cast<std::size_t>(std::clamp(whole, 0.0, static_cast<double>(bins.size() - 2)));
    bins[bin] += 1 - (place - whole);
    bins[bin + 1] += place - whole;
  }
  double sum = 0;
  for (const double bin : bins) sum += bin * bin;
  return sum;
}

struct Skew {
  double angle_degrees = 0;  // positive: lines fall to the right
  double ratio = 0;
};

Skew measure_skew(const Feet& feet, double width_px) {
  const double span = feet.height_px + 2 * width_px * std::tan(kLargestAngleDegrees * std::numbers::pi / 180);
  std::vector<double> bins(static_cast<std::size_t>(span / feet.bin_px) + 4);
  std::vector<double> scores;
  Skew best;
  double best_score = 0;
  const auto attempt = [&](double angle) {
    const double score = gathering(feet, angle, bins);
    if (score > best_score) {
      best_score = score;
      best.angle_degrees = angle;
    }
    return score;
  };
  const int coarse = static_cast<int>(kLargestAngleDegrees / kCoarseStepDegrees);
  for (int i = -coarse; i <= coarse; ++i) scores.push_back(attempt(i * kCoarseStepDegrees));
  const double around = best.angle_degrees;
  const int fine = static_cast<int>(kCoarseStepDegrees / kFineStepDegrees);
  for (int i = -fine; i <= fine; ++i) attempt(around + i * kFineStepDegrees);
  std::nth_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(scores.size() / 2), scores.end());
  best.ratio = best_score / scores[scores.size() / 2];
  return best;
}

Feet feet_of(const Letters& letters, double letter_height_px) {
  Feet feet;
  feet.height_px = letters.ink.rows;
  // A sixth of a letter: finer than the gap between two lines, coarser than the unevenness of keys.
  feet.bin_px = std::max(1.0, letter_height_px / letters.reduction / 6);
  for (const cv::Rect& box : letters.boxes)
    feet.points.emplace_back(box.x + box.width / 2.0 - letters.ink.cols / 2.0, box.y + box.height - feet.height_px / 2);
  return feet;
}

// The lightness of most of the paper, for the corners that turning leaves open.
double paper_level(const cv::Mat& grey) {
  cv::Mat small;
  cv::resize(grey, small, cv::Size(std::min(grey.cols, 128), std::min(grey.rows, 128)), 0, 0, cv::INTER_NEAREST);
  std::vector<std::uint8_t> levels(small.begin<std::uint8_t>(), small.end<std::uint8_t>());
  std::nth_element(levels.begin(), levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2), levels.end());
  return levels[levels.size() / 2];
}

StepResult turned_back(const Picture& input, double angle_degrees, double confidence, Figures figures) {
  const double angle = angle_degrees * std::numbers::pi / 180;
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  const double width = input.width_px();
  const double height = input.height_px();
  // Large enough that no corner of the page is lost.
  const double out_width = std::ceil(width * cosine + height * std::abs(sine));
  const double out_height = std::ceil(width * std::abs(sine) + height * cosine);
  const Transform to_input(cosine, -sine, width / 2 - (cosine * out_width - sine * out_height) / 2,  //
                           sine, cosine, height / 2 - (sine * out_width + cosine * out_height) / 2);
  // OpenCV counts from the middle of the first pixel, Transform from its corner.
  const Point origin = to_input({0.5, 0.5});
  const cv::Matx23d warp(cosine, -sine, origin.x - 0.5, sine, cosine, origin.y - 0.5);
  const cv::Mat grey = view(input);
  cv::Mat out;
  cv::warpAffine(grey, out, warp, cv::Size(static_cast<int>(out_width), static_cast<int>(out_height)),
                 cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(paper_level(grey)));
  return changed(to_picture(out, input.resolution_dpi()), to_input, confidence,
                 fmt::format("turned by {:.2f} degrees", -angle_degrees), std::move(figures));
}

class Deskew : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Letters letters = find_letters(input);
    if (letters.boxes.size() < kEnoughLetters) return left_alone(input, 0, "there are too few letters");
    const double x_height = measure_letter_height(letters).x_height_px;
    const Skew skew = measure_skew(feet_of(letters, x_height), letters.ink.cols);
    Figures figures{{"angle_degrees", skew.angle_degrees}, {"line_ratio", skew.ratio}};
    const double confidence = std::clamp((skew.ratio - 1) / (2 * (kSureRatio - 1)), 0.0, 1.0);
    if (skew.ratio < kSureRatio)
      return left_alone(input, confidence, "the lines do not agree on an angle", std::move(figures));
    if (std::abs(skew.angle_degrees) >= kLargestAngleDegrees - kCoarseStepDegrees)
      return left_alone(input, confidence, "the angle is beyond what can be measured", std::move(figures));
    const double least = x_height < kSmallXHeightPx ? kLeastAngleOfSmallLetters : kLeastAngleDegrees;
    if (std::abs(skew.angle_degrees) < least)
      return left_alone(input, confidence, "the lines are level", std::move(figures));
    return turned_back(to_grey(input), skew.angle_degrees, confidence, std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_deskew() { return std::make_unique<Deskew>(); }

}  // namespace emend::image
