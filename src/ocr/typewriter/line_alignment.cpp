#include "ocr/typewriter/line_alignment.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace emend::ocr {
namespace {

// In units of LetterShapes' distances. What looks like nothing known is beyond this, however far.
constexpr double kFarthest = 9;
// A letter whose shape the machine's document does not show, in a cell that is not blank.
constexpr double kUnknown = 3;
// A character that stands in no cell: about as bad as in a cell that shows another.
constexpr double kNowhere = 9;
// An empty cell inside a word, on top of its not being blank.
constexpr double kHole = 2;
// Off the place where the engine saw it, per cell squared, and at most.
constexpr double kOffPlace = 1;
constexpr double kMostOffPlace = 9;
// Cells on either side of that place that are tried.
constexpr double kReach = 3;

}  // namespace

std::vector<std::optional<std::size_t>> aligned(const std::vector<ReadLetter>& letters,
                                                const std::vector<LetterDistances>& distances,
                                                std::optional<std::size_t> blank) {
  const std::size_t rows = letters.size() + 1, columns = distances.size() + 1;
  constexpr double kNever = std::numeric_limits<double>::max();
  enum class From : unsigned char { kNone, kStands, kEmpty, kNowhere };
  std::vector<double> cost(rows * columns, kNever);
  std::vector<From> from(rows * columns, From::kNone);
  const auto blank_distance = [&](std::size_t cell) {
    return blank ? std::min<double>(static_cast<double>(distances[cell][*blank]), kFarthest) : kUnknown;
  };
  const auto take = [&](std::size_t at, double value, From way) {
    if (value >= cost[at]) return;
    cost[at] = value;
    from[at] = way;
  };
  cost[0] = 0;
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t k = 0; k < columns; ++k) {
      const double so_far = cost[i * columns + k];
      if (so_far == kNever) continue;
      if (k + 1 < columns) {
        const bool is_inside = i > 0 && i < letters.size() && !letters[i].starts_word;
        take(i * columns + k + 1, so_far + blank_distance(k) + (is_inside ? kHole : 0), From::kEmpty);
      }
      if (i + 1 < rows) take((i + 1) * columns + k, so_far + kNowhere, From::kNowhere);
      if (i + 1 < rows && k + 1 < columns) {
        const double off = static_cast<double>(k) - letters[i].cell;
        if (std::abs(off) > kReach) continue;
        const double looks = letters[i].shape
                                 ? std::min<double>(static_cast<double>(distances[k][*letters[i].shape]), kFarthest)
                                 : std::max(kUnknown, kFarthest - blank_distance(k));
        take((i + 1) * columns + k + 1, so_far + looks + std::min(kOffPlace * off * off, kMostOffPlace), From::kStands);
      }
    }
  std::vector<std::optional<std::size_t>> cells(letters.size());
  std::size_t i = letters.size(), k = distances.size();
  while (i > 0 || k > 0) {
    switch (from[i * columns + k]) {
      case From::kStands: cells[--i] = --k; break;
      case From::kEmpty: --k; break;
      default: --i; break;
    }
  }
  return cells;
}

}  // namespace emend::ocr
