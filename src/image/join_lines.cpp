#include "image/join_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/median.h"
#include "image/line_chains.h"

namespace emend::image {
namespace {

// Letters that a scanner broke across make two lines, one above the other. They are one where both together are no
// higher than this many tall letters, and one lies above the other for this share of its width.
constexpr double kOneLine = 1.25;
constexpr double kAbove = 0.5;
// In tall letters: parts of a row are no farther apart, and lie no higher above its baseline and no lower below it.
constexpr double kRowGap = 2.6;
constexpr double kRowAbove = 1.5;
constexpr double kRowBelow = 0.55;
// A margin's part has so many letters, stands so far from its row (in tall letters), and its left or right edge is so
// near those of so many others.
constexpr std::size_t kMostInMargin = 3;
constexpr double kMarginGap = 14;
constexpr double kAligned = 0.6;
constexpr std::ptrdiff_t kFewestInMargin = 4;
// Letters are so high, in tall ones, and stand so near their row's baseline.
constexpr double kLeastHeight = 0.55, kLargestHeight = 1.4;
constexpr double kOnBaseline = 0.25;
// A line that is higher holds more than one row.
constexpr double kTwoRows = 2;
constexpr double kLeastStacked = 0.15;
// Pieces that tell where the feet are, and how far those of a part may be off a straight baseline, in tall letters.
constexpr std::size_t kNearPieces = 9;
constexpr std::size_t kFewestThatStand = 10;
constexpr double kStraight = 0.2;
// So many letters tell how steep their line is.
constexpr std::size_t kEnoughForSlope = 12;

bool are_halves(const document::Box& a, const document::Box& b, double tall_px) {
  const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  if (shared < kAbove * std::min(a.width, b.width)) return false;
  return document::united(a, b).height <= kOneLine * tall_px;
}

// The pieces of `other` become those of `line`.
void take_pieces(PiecedLine& line, PiecedLine& other) {
  line.pieces.insert(line.pieces.end(), other.pieces.begin(), other.pieces.end());
  std::sort(line.pieces.begin(), line.pieces.end(), [](const cv::Rect& a, const cv::Rect& b) {
    return std::tuple(a.x, a.y, a.width, a.height) < std::tuple(b.x, b.y, b.width, b.height);
  });
  other.pieces.clear();
}

double slope_of(const TextLine& line) {
  return line.box.width > 0 ? (line.baseline_right - line.baseline_left) / line.box.width : 0;
}

void erase_empty(std::vector<PiecedLine>& lines) {
  std::erase_if(lines, [](const PiecedLine& line) { return line.pieces.empty(); });
}

// Where the feet of the row are at x, told by the pieces that are nearest: lines of bent pages are no straight ones.
double foot_at(const PiecedLine& row, double x, double slope) {
  const double steep = row.pieces.size() < kEnoughForSlope ? slope : slope_of(row.line);
  const auto off = [&](const cv::Rect& piece) { return std::abs(piece.x + piece.width / 2.0 - x); };
  Pieces near(std::min(kNearPieces, row.pieces.size()));
  std::partial_sort_copy(row.pieces.begin(), row.pieces.end(), near.begin(), near.end(),
                         [&](const cv::Rect& a, const cv::Rect& b) { return off(a) < off(b); });
  std::vector<double> feet;
  for (const cv::Rect& piece : near) feet.push_back(piece.y + piece.height - steep * (piece.x + piece.width / 2.0 - x));
  return median(std::move(feet));
}

// Whether a box lies where letters with such feet may reach.
bool is_in_room(const document::Box& box, double foot, double tall_px) {
  return box.y >= foot - kRowAbove * tall_px && box.bottom() <= foot + kRowBelow * tall_px;
}

bool stands_in_row(const PiecedLine& part, const PiecedLine& row, double tall_px, double slope) {
  const document::Box &a = part.line.box, &b = row.line.box;
  if (std::max(a.x - b.right(), b.x - a.right()) > kRowGap * tall_px) return false;
  if (std::max(a.y - b.bottom(), b.y - a.bottom()) > kRowAbove * tall_px) return false;
  return is_in_room(a, foot_at(row, a.x + a.width / 2.0, slope), tall_px);
}

// Whether the pieces stand on the baseline of a line that they have become a part of.
bool stand_on(const TextLine& line, const Pieces& pieces, double tall_px) {
  if (pieces.size() < kFewestThatStand) return true;
  std::vector<double> off;
  for (const cv::Rect& piece : pieces)
    off.push_back(piece.y + piece.height - line.baseline_left -
                  slope_of(line) * (piece.x + piece.width / 2.0 - line.box.x));
  return std::abs(median(std::move(off))) <= kStraight * tall_px;
}

// How much of the pieces' widths lies above or below others: nothing in a line, however bent.
double stacked_share(const Pieces& pieces) {
  int covered = 0, all = 0, end = pieces.front().x;
  for (const cv::Rect& piece : pieces) {
    covered += std::max(0, piece.x + piece.width - std::max(piece.x, end));
    all += piece.width;
    end = std::max(end, piece.x + piece.width);
  }
  return 1 - covered / static_cast<double>(std::max(all, 1));
}

document::Box box_of(const cv::Rect& piece) { return {piece.x, piece.y, piece.width, piece.height}; }

TextLine row_of(const Pieces& pieces, double slope) {
  return pieces.size() < kEnoughForSlope ? line_of(pieces, slope) : line_of(pieces);
}

// Both as one, unless the page is so bent there that no straight baseline has both.
bool join(PiecedLine& row, PiecedLine& part, double tall_px, double slope) {
  PiecedLine whole = row;
  Pieces rest = part.pieces;
  take_pieces(whole, part);
  whole.line = row_of(whole.pieces, slope);
  if (!stand_on(whole.line, row.pieces, tall_px) || !stand_on(whole.line, rest, tall_px)) {
    part.pieces = std::move(rest);
    return false;
  }
  row = std::move(whole);
  return true;
}

// Whether the few pieces of a part look like letters.
bool looks_like_letters(const PiecedLine& part, double tall_px) {
  return part.pieces.size() <= kMostInMargin &&
         std::all_of(part.pieces.begin(), part.pieces.end(), [&](const cv::Rect& piece) {
           return piece.height >= kLeastHeight * tall_px && piece.height <= kLargestHeight * tall_px;
         });
}

// The row that a part of a margin stands before; null where it is no such part.
PiecedLine* row_right_of(const PiecedLine& part, std::vector<PiecedLine>& lines, double tall_px, double slope) {
  if (part.pieces.empty() || !looks_like_letters(part, tall_px)) return nullptr;
  const document::Box& box = part.line.box;
  PiecedLine* nearest = nullptr;
  for (PiecedLine& row : lines) {
    const int gap = row.line.box.x - box.right();
    if (row.pieces.size() < kEnoughForSlope || gap < 0 || gap > kMarginGap * tall_px) continue;
    const double foot = foot_at(row, box.x + box.width / 2.0, slope);
    if (std::abs(box.bottom() - foot) > kOnBaseline * tall_px) continue;
    if (nearest == nullptr || row.line.box.x < nearest->line.box.x) nearest = &row;
  }
  return nearest;
}

}  // namespace

void join_halves(std::vector<PiecedLine>& lines, double tall_px) {
  for (PiecedLine& line : lines)
    for (bool is_joined = true; is_joined;) {
      is_joined = false;
      for (PiecedLine& other : lines) {
        if (&line == &other || line.pieces.empty() || other.pieces.empty()) continue;
        if (!are_halves(line.line.box, other.line.box, tall_px)) continue;
        take_pieces(line, other);
        line.line = line_of(line.pieces);
        // The upper halves have their feet in the middle of the line; the lower ones stand on it.
        const document::Box& box = line.line.box;
        const double lowest = std::max(box.y, box.bottom() - static_cast<int>(tall_px / 4));
        line.line.baseline_left = std::max(line.line.baseline_left, lowest);
        line.line.baseline_right = std::max(line.line.baseline_right, lowest);
        is_joined = true;
      }
    }
  erase_empty(lines);
}

void part_rows(std::vector<PiecedLine>& lines, double tall_px, double slope) {
  std::vector<PiecedLine> parts;
  for (PiecedLine& line : lines) {
    if (line.pieces.size() < kEnoughForSlope || line.line.box.height <= kTwoRows * tall_px ||
        stacked_share(line.pieces) < kLeastStacked)
      continue;
    const TextLine row = line_of(line.pieces, slope);
    Pieces others;
    std::erase_if(line.pieces, [&](const cv::Rect& piece) {
      const bool is_outside = !is_in_room(box_of(piece), row.baseline_left + slope * (piece.x - row.box.x), tall_px);
      if (is_outside) others.push_back(piece);
      return is_outside;
    });
    if (!line.pieces.empty()) line.line = line_of(line.pieces);
    for (Pieces& chain : chains_of(std::move(others))) {
      TextLine part = line_of(chain);
      parts.push_back({std::move(chain), std::move(part)});
    }
  }
  std::move(parts.begin(), parts.end(), std::back_inserter(lines));
  erase_empty(lines);
}

void join_rows(std::vector<PiecedLine>& lines, double tall_px, double slope) {
  for (PiecedLine& line : lines) line.line = row_of(line.pieces, slope);
  // The longest first: the short ones go where these are.
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PiecedLine& a, const PiecedLine& b) { return a.pieces.size() > b.pieces.size(); });
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (bool is_joined = !lines[i].pieces.empty(); is_joined;) {
      is_joined = false;
      for (std::size_t k = i + 1; k < lines.size(); ++k)
        if (!lines[k].pieces.empty() && stands_in_row(lines[k], lines[i], tall_px, slope) &&
            join(lines[i], lines[k], tall_px, slope))
          is_joined = true;
    }
  erase_empty(lines);
}

void join_margins(std::vector<PiecedLine>& lines, double tall_px, double slope) {
  // The nearest column first: what is left of it stands near the rows then.
  for (bool is_joined = true; is_joined;) {
    is_joined = false;
    std::vector<std::pair<PiecedLine*, PiecedLine*>> parts;  // with the row of each
    for (PiecedLine& part : lines)
      if (PiecedLine* row = row_right_of(part, lines, tall_px, slope)) parts.emplace_back(&part, row);
    for (const auto& [part, row] : parts) {
      if (part->pieces.empty() || row->pieces.empty()) continue;
      const document::Box& box = part->line.box;
      const auto aligned = std::count_if(parts.begin(), parts.end(), [&](const auto& other) {
        const document::Box& its = other.first->line.box;
        return std::min(std::abs(its.x - box.x), std::abs(its.right() - box.right())) <= kAligned * tall_px;
      });
      if (aligned >= kFewestInMargin && join(*row, *part, tall_px, slope)) is_joined = true;
    }
    erase_empty(lines);
  }
}

}  // namespace emend::image
