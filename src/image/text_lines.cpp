#include "image/text_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/median.h"
#include "base/periodogram.h"
#include "image/letters.h"

namespace emend::image {
namespace {

// In heights of the larger of two pieces: how far apart they may stand, and how much of the smaller one's height they
// share. Typists leave up to five spaces inside a line; a space is about 1.2 heights of small letters.
constexpr double kWidestGap = 3.2;
constexpr double kLeastOverlap = 0.4;
// A capital is 1.6 times as high as a small letter, and letters that touch below reach 2.2 times.
constexpr double kLargestRatio = 2.4;
// Higher than this, in usual heights of the page, is no letter of its text: those that touch below reach 2.2 small
// ones.
constexpr double kLargest = 2.3;
// In usual heights: how far feet may be off the baseline, and how far heights may differ from one of the two usual
// ones.
constexpr double kFootTolerance = 0.16;
constexpr double kHeightTolerance = 0.14;

// Letters that a scanner broke across make two lines, one above the other. They are one where both together are no
// higher than this many tall letters, and one lies above the other for this share of its width.
constexpr double kOneLine = 1.25;
constexpr double kAbove = 0.5;
// See is_orderly().
constexpr std::size_t kFewestLetters = 4;
constexpr double kLeastOrder = 0.6;

// See regularity_of(). Letters that touch are one piece, with its middle anywhere; such are wider than this, in usual
// distances.
constexpr double kWidestOfCell = 1.3;
constexpr std::size_t kFewestOnGrid = 20;
constexpr std::size_t kFewestOnGridOfPage = 100;
// Where a line's pitch is looked for: around the usual distance of two pieces, which spaces and touching letters make
// longer; then around the page's pitch, from which no line differs by more.
constexpr double kAroundUsual = 0.18;
constexpr double kAroundPitch = 0.01;

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool are_neighbours(const cv::Rect& left, const cv::Rect& right) {
  const int larger = std::max(left.height, right.height), smaller = std::min(left.height, right.height);
  if (larger > smaller * kLargestRatio) return false;
  if (right.x - (left.x + left.width) > kWidestGap * larger) return false;
  const int shared = std::min(left.y + left.height, right.y + right.height) - std::max(left.y, right.y);
  return shared >= kLeastOverlap * smaller;
}

// The straight line through the feet that most of them agree on: the median of the slopes between pieces far apart
// (P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1968), then of the offsets.
struct Foot {
  double slope = 0;
  double offset = 0;
  double at(double x) const { return slope * x + offset; }
};

Foot foot_of(const std::vector<cv::Rect>& pieces) {
  Foot foot;
  std::vector<double> slopes, offsets;
  const std::size_t apart = std::max<std::size_t>(1, pieces.size() / 2);
  for (std::size_t i = 0; i + apart < pieces.size(); ++i) {
    const cv::Rect &a = pieces[i], &b = pieces[i + apart];
    if (b.x > a.x) slopes.push_back(static_cast<double>((b.y + b.height) - (a.y + a.height)) / (b.x - a.x));
  }
  foot.slope = median(std::move(slopes));
  for (const cv::Rect& piece : pieces) offsets.push_back(piece.y + piece.height - foot.slope * piece.x);
  // Of an even number the upper one: in a short line half of the feet may be descenders and commas.
  const auto middle = offsets.begin() + static_cast<std::ptrdiff_t>((offsets.size() - 1) / 2);
  std::nth_element(offsets.begin(), middle, offsets.end());
  foot.offset = *middle;
  return foot;
}

// The two heights that most pieces have: of small letters and of capitals, or one of them twice.
std::pair<double, double> usual_heights(const std::vector<cv::Rect>& pieces) {
  std::vector<double> heights;
  for (const cv::Rect& piece : pieces) heights.push_back(piece.height);
  const double middle = median(heights);
  std::vector<double> others;
  for (const double height : heights)
    if (std::abs(height - middle) > kHeightTolerance * middle) others.push_back(height);
  return {middle, others.empty() ? middle : median(std::move(others))};
}

using Pieces = std::vector<cv::Rect>;

double pitch_of(const Pieces& pieces) {
  std::vector<double> distances;
  for (std::size_t i = 1; i < pieces.size(); ++i)
    distances.push_back(pieces[i].x + pieces[i].width / 2.0 - pieces[i - 1].x - pieces[i - 1].width / 2.0);
  return median(std::move(distances));
}

TextLine line_of(const Pieces& pieces) {
  TextLine line;
  line.letters = pieces.size();
  const Foot foot = foot_of(pieces);
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

// Chains of pieces that may all be of one line.
void add_chains(Pieces pieces, std::vector<Pieces>& chains) {
  std::sort(pieces.begin(), pieces.end(), [](const cv::Rect& a, const cv::Rect& b) {
    return std::tuple(a.x, a.y, a.width, a.height) < std::tuple(b.x, b.y, b.width, b.height);
  });
  Groups groups(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const double reach = pieces[i].height * kLargestRatio * kWidestGap;
    for (std::size_t k = i + 1; k < pieces.size() && pieces[k].x - (pieces[i].x + pieces[i].width) <= reach; ++k) {
      if (!are_neighbours(pieces[i], pieces[k])) continue;
      groups.join(i, k);
      if (pieces[k].x >= pieces[i].x + pieces[i].width) break;  // the nearest to the right is enough: a line is a chain
    }
  }
  std::vector<Pieces> members(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) members[groups.of(i)].push_back(pieces[i]);
  for (Pieces& chain : members)
    if (!chain.empty()) chains.push_back(std::move(chain));
}

// The larger of the usual heights that most letters of the page agree on.
double usual_tall_px(const std::vector<TextLine>& lines, double letter_height_px) {
  std::vector<double> heights;
  for (const TextLine& line : lines)
    if (is_orderly(line) && line.tall_px >= letter_height_px * 0.9)
      heights.insert(heights.end(), line.letters, line.tall_px);
  return heights.empty() ? letter_height_px : median(std::move(heights));
}

// The median over the orderly lines, each as often as it has letters.
template <typename Value>
double usual_of(const std::vector<TextLine>& lines, Value&& value) {
  std::vector<double> values;
  for (const TextLine& line : lines)
    if (is_orderly(line)) values.insert(values.end(), line.letters, value(line));
  return median(std::move(values));
}

bool are_halves(const document::Box& a, const document::Box& b, double tall_px) {
  const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  if (shared < kAbove * std::min(a.width, b.width)) return false;
  return document::united(a, b).height <= kOneLine * tall_px;
}

// Joins lines that are the upper and the lower half of one.
void join_halves(std::vector<Pieces>& chains, std::vector<TextLine>& lines, double tall_px) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (i == k || chains[i].empty() || chains[k].empty()) continue;
      if (!are_halves(lines[i].box, lines[k].box, tall_px)) continue;
      chains[i].insert(chains[i].end(), chains[k].begin(), chains[k].end());
      std::sort(chains[i].begin(), chains[i].end(), [](const cv::Rect& a, const cv::Rect& b) {
        return std::tuple(a.x, a.y, a.width, a.height) < std::tuple(b.x, b.y, b.width, b.height);
      });
      chains[k].clear();
      lines[i] = line_of(chains[i]);
      // The upper halves have their feet in the middle of the line; the lower ones stand on it.
      const double lowest = std::max(lines[i].box.y, lines[i].box.bottom() - static_cast<int>(tall_px / 4));
      lines[i].baseline_left = std::max(lines[i].baseline_left, lowest);
      lines[i].baseline_right = std::max(lines[i].baseline_right, lowest);
      k = 0;
    }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!chains[i].empty()) lines[kept++] = lines[i];
  lines.resize(kept);
}

}  // namespace

double regularity_of(const TextLines& lines) {
  std::vector<std::vector<double>> middles;  // of the pieces that are no wider than a cell, line by line
  for (const TextLine& line : lines.lines) {
    if (!is_orderly(line)) continue;
    std::vector<double> of_line;
    for (const document::Box& piece : line.pieces)
      if (piece.width <= kWidestOfCell * lines.pitch_px) of_line.push_back(piece.x + piece.width / 2.0);
    if (of_line.size() >= kFewestOnGrid) middles.push_back(std::move(of_line));
  }
  std::vector<double> pitches;
  for (const std::vector<double>& of_line : middles)
    pitches.insert(pitches.end(), of_line.size(), strongest_period(of_line, lines.pitch_px, kAroundUsual).length);
  if (pitches.size() < kFewestOnGridOfPage) return 0;
  const auto all = static_cast<double>(pitches.size());
  const double pitch_px = median(std::move(pitches));
  double regularity = 0;
  for (const std::vector<double>& of_line : middles)
    regularity +=
        static_cast<double>(of_line.size()) / all * strongest_period(of_line, pitch_px, kAroundPitch).regularity;
  return regularity;
}

bool is_orderly(const TextLine& line) { return line.letters >= kFewestLetters && line.order >= kLeastOrder; }

TextLines find_text_lines(const Letters& letters) {
  TextLines found;
  found.letter_height_px = measure_letter_height(letters).x_height_px;
  const double usual_px = found.letter_height_px / letters.reduction;
  // Large pieces by themselves: a scrawl across two lines must not join them.
  Pieces usual, large;
  for (const cv::Rect& piece : letters.boxes) (piece.height > kLargest * usual_px ? large : usual).push_back(piece);
  std::vector<Pieces> chains;
  add_chains(std::move(usual), chains);
  add_chains(std::move(large), chains);
  for (const Pieces& chain : chains) found.lines.push_back(line_of(chain));
  const double tall_px = usual_tall_px(found.lines, usual_px);
  join_halves(chains, found.lines, tall_px);

  found.tall_px = tall_px * letters.reduction;
  const auto full = [&](int reduced) { return static_cast<int>(std::lround(reduced * letters.reduction)); };
  const auto full_box = [&](const auto& box) {
    return document::Box{full(box.x), full(box.y), full(box.width), full(box.height)};
  };
  std::erase_if(chains, [](const Pieces& chain) { return chain.empty(); });
  for (std::size_t i = 0; i < found.lines.size(); ++i)
    for (const cv::Rect& piece : chains[i]) found.lines[i].pieces.push_back(full_box(piece));
  for (TextLine& line : found.lines) {
    line.box = full_box(line.box);
    line.baseline_left *= letters.reduction;
    line.baseline_right *= letters.reduction;
    line.height_px *= letters.reduction;
    line.tall_px *= letters.reduction;
    line.pitch_px *= letters.reduction;
  }
  constexpr std::size_t kEnoughForSlope = 12;
  found.pitch_px = usual_of(found.lines, [](const TextLine& line) { return line.pitch_px; });
  found.skew_degrees = usual_of(found.lines, [](const TextLine& line) {
    if (line.letters < kEnoughForSlope) return 0.0;
    return std::atan2(line.baseline_right - line.baseline_left, line.box.width) * 180 / std::numbers::pi;
  });
  std::sort(found.lines.begin(), found.lines.end(), [](const TextLine& a, const TextLine& b) {
    return std::tuple(a.box.y, a.box.x, a.box.width) < std::tuple(b.box.y, b.box.x, b.box.width);
  });
  return found;
}

TextLines find_text_lines(const Picture& page) { return find_text_lines(find_letters(page)); }

}  // namespace emend::image
