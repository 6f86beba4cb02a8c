#include "image/line_pieces.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/median.h"

namespace emend::image {
namespace {

// In usual heights: how far feet may be off the baseline, and how far heights may differ from one of the two usual
// ones.
constexpr double kFootTolerance = 0.16;
constexpr double kHeightTolerance = 0.14;

// The straight line through the feet that most of them agree on: the median of the slopes between pieces far apart
// (P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1968), then of the offsets.
struct Foot {
  double slope = 0;
  double offset = 0;
  double at(double x) const { return slope * x + offset; }
};

double slope_of(const Pieces& pieces) {
  std::vector<double> slopes;
  const std::size_t apart = std::max<std::size_t>(1, pieces.size() / 2);
  for (std::size_t i = 0; i + apart < pieces.size(); ++i) {
    const cv::Rect &a = pieces[i], &b = pieces[i + apart];
    if (b.x > a.x) slopes.push_back(static_cast<double>((b.y + b.height) - (a.y + a.height)) / (b.x - a.x));
  }
  return median(std::move(slopes));
}

Foot foot_of(const Pieces& pieces, double slope) {
  Foot foot;
  foot.slope = slope;
  std::vector<double> offsets;
  for (const cv::Rect& piece : pieces) offsets.push_back(piece.y + piece.height - foot.slope * piece.x);
  // Of an even number the upper one: in a short line half of the feet may be descenders and commas.
  const auto middle = offsets.begin() + static_cast<std::ptrdiff_t>((offsets.size() - 1) / 2);
  std::nth_element(offsets.begin(), middle, offsets.end());
  foot.offset = *middle;
  return foot;
}

// The two heights that most pieces have: of small letters and of capitals, or one of them twice.
std::pair<double, double> usual_heights(const Pieces& pieces) {
  std::vector<double> heights;
  for (const cv::Rect& piece : pieces) heights.push_back(piece.height);
  const double middle = median(heights);
  std::vector<double> others;
  for (const double height : heights)
    if (std::abs(height - middle) > kHeightTolerance * middle) others.push_back(height);
  return {middle, others.empty() ? middle : median(std::move(others))};
}

double pitch_of(const Pieces& pieces) {
  std::vector<double> distances;
  for (std::size_t i = 1; i < pieces.size(); ++i)
    distances.push_back(pieces[i].x + pieces[i].width / 2.0 - pieces[i - 1].x - pieces[i - 1].width / 2.0);
  return median(std::move(distances));
}

}  // namespace

TextLine line_of(const Pieces& pieces, std::optional<double> slope) {
  TextLine line;
  line.letters = pieces.size();
  const Foot foot = foot_of(pieces, slope ? *slope : slope_of(pieces));
  const auto [usual, other] = usual_heights(pieces);
  // Reduced pixels are coarse: a piece may be off by one at both ends.
  const double height_slack = std::max(1.0, kHeightTolerance * usual);
  const double foot_slack = std::max(1.0, kFootTolerance * usual);
  cv::Rect box = pieces.front();
  std::size_t in_order = 0;
  for (const cv::Rect& piece : pieces) {
    box |= piece;
    const double off = std::min(std::abs(piece.height - usual), std::abs(piece.height - other));
    const bool stands = std::abs(piece.y + piece.height - foot.at(piece.x)) <= foot_slack;
    in_order += off <= height_slack && stands ? 1 : 0;
  }
  line.order = static_cast<double>(in_order) / static_cast<double>(pieces.size());
  line.box = {box.x, box.y, box.width, box.height};
  line.baseline_left = foot.at(box.x);
  line.baseline_right = foot.at(box.x + box.width);
  line.height_px = std::min(usual, other);
  line.tall_px = std::max(usual, other);
  line.pitch_px = pitch_of(pieces);
  return line;
}

}  // namespace emend::image
