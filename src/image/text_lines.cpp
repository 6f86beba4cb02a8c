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
#include "image/join_lines.h"
#include "image/letters.h"
#include "image/line_chains.h"

namespace emend::image {
namespace {

// Higher than this, in usual heights of the page, is no letter of its text: those that touch below reach 2.2 small
// ones.
constexpr double kLargest = 2.3;
// See is_orderly().
constexpr std::size_t kFewestLetters = 4;
constexpr double kLeastOrder = 0.6;
// So many letters tell how steep their line is.
constexpr std::size_t kEnoughForSlope = 12;

// See regularity_of(). Letters that touch are one piece, with its middle anywhere; such are wider than this, in usual
// distances.
constexpr double kWidestOfCell = 1.3;
constexpr std::size_t kFewestOnGrid = 20;
constexpr std::size_t kFewestOnGridOfPage = 100;
// Where a line's pitch is looked for: around the usual distance of two pieces, which spaces and touching letters make
// longer; then around the page's pitch, from which no line differs by more.
constexpr double kAroundUsual = 0.18;
constexpr double kAroundPitch = 0.01;

// The larger of the usual heights that most letters of the page agree on.
double usual_tall_px(const std::vector<PiecedLine>& lines, double letter_height_px) {
  std::vector<double> heights;
  for (const auto& [pieces, line] : lines)
    if (is_orderly(line) && line.tall_px >= letter_height_px * 0.9)
      heights.insert(heights.end(), line.letters, line.tall_px);
  return heights.empty() ? letter_height_px : median(std::move(heights));
}

// The median over the orderly lines, each as often as it has letters.
template <typename Value>
double usual_of(const std::vector<PiecedLine>& lines, Value&& value) {
  std::vector<double> values;
  for (const auto& [pieces, line] : lines)
    if (is_orderly(line)) values.insert(values.end(), line.letters, value(line));
  return median(std::move(values));
}

double usual_slope(const std::vector<PiecedLine>& lines) {
  return usual_of(lines, [](const TextLine& line) {
    return line.letters < kEnoughForSlope ? 0.0 : (line.baseline_right - line.baseline_left) / line.box.width;
  });
}

// From reduced pixels to those of the picture.
TextLine enlarged(const PiecedLine& of, double reduction) {
  const auto full = [&](int reduced) { return static_cast<int>(std::lround(reduced * reduction)); };
  const auto full_box = [&](const auto& box) {
    return document::Box{full(box.x), full(box.y), full(box.width), full(box.height)};
  };
  TextLine line = of.line;
  for (const cv::Rect& piece : of.pieces) line.pieces.push_back(full_box(piece));
  line.box = full_box(line.box);
  line.baseline_left *= reduction;
  line.baseline_right *= reduction;
  line.height_px *= reduction;
  line.tall_px *= reduction;
  line.pitch_px *= reduction;
  return line;
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
  std::vector<PiecedLine> lines;
  for (Pieces* pieces : {&usual, &large})
    for (Pieces& chain : chains_of(std::move(*pieces))) {
      TextLine line = line_of(chain);
      lines.push_back({std::move(chain), std::move(line)});
    }
  const double tall_px = usual_tall_px(lines, usual_px);
  join_halves(lines, tall_px);
  part_rows(lines, tall_px, usual_slope(lines));
  join_rows(lines, tall_px, usual_slope(lines));
  join_margins(lines, tall_px, usual_slope(lines));

  found.tall_px = tall_px * letters.reduction;
  found.pitch_px = letters.reduction * usual_of(lines, [](const TextLine& line) { return line.pitch_px; });
  found.skew_degrees = std::atan(usual_slope(lines)) * 180 / std::numbers::pi;
  for (const PiecedLine& line : lines) found.lines.push_back(enlarged(line, letters.reduction));
  std::sort(found.lines.begin(), found.lines.end(), [](const TextLine& a, const TextLine& b) {
    return std::tuple(a.box.y, a.box.x, a.box.width) < std::tuple(b.box.y, b.box.x, b.box.width);
  });
  return found;
}

TextLines find_text_lines(const Picture& page) { return find_text_lines(find_letters(page)); }

}  // namespace emend::image
