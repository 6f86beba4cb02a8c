#include "correct/confusion/alignment.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr std::size_t kLongestStep = 3;
// Half the width of the band in characters: a paragraph that one of the texts lacks still fits.
constexpr std::size_t kLeastHalfBand = 300;
constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max() / 2;

// Spaces and letters are not taken for each other if it can be helped; nor are letters and marks.
std::uint32_t substitution_cost(char32_t a, char32_t b) {
  if (a == b) return 0;
  const bool a_space = text::is_space(a);
  const bool b_space = text::is_space(b);
  if (a_space && b_space) return 1;
  if (a_space != b_space) return 25;
  const bool a_word = text::is_letter(a) || text::is_digit(a);
  const bool b_word = text::is_letter(b) || text::is_digit(b);
  return a_word == b_word ? 10 : 13;
}
constexpr std::uint32_t kGapCost = 9;

// Of the band; wide enough for the way from corner to corner, whatever the texts lack.
std::size_t half_band(std::size_t n, std::size_t m) {
  const std::size_t difference = n > m ? n - m : m - n;
  return std::min(std::max(n, m) + 1, std::max(kLeastHalfBand, difference + difference / 2));
}
// No row has more cells than columns.
std::size_t width_of(std::size_t half, std::size_t m) { return std::min(2 * half + 1, m + 1); }

enum Move : std::uint8_t { kNone, kBoth, kSeen, kMeant };

}  // namespace

std::size_t alignment_bytes(std::size_t seen, std::size_t meant) {
  return (seen + 1) * width_of(half_band(seen, meant), meant);
}

std::vector<AlignedStep> align(std::u32string_view seen, std::u32string_view meant) {
  const std::size_t n = seen.size();
  const std::size_t m = meant.size();
  const std::size_t half = half_band(n, m);
  const std::size_t width = width_of(half, m);

  // The band of row i begins at column low(i).
  const auto low = [&](std::size_t i) {
    const std::size_t centre = n == 0 ? m : i * m / n;
    return centre > half ? centre - half : 0;
  };
  std::vector<std::uint8_t> moves((n + 1) * width, kNone);
  std::vector<std::uint32_t> previous(width, kFar);
  std::vector<std::uint32_t> row(width, kFar);
  for (std::size_t i = 0; i <= n; ++i) {
    const std::size_t begin = low(i);
    const std::size_t end = std::min(m + 1, begin + width);
    const std::size_t begin_before = i == 0 ? 0 : low(i - 1);
    std::fill(row.begin(), row.end(), kFar);
    for (std::size_t j = begin; j < end; ++j) {
      std::uint32_t best = i == 0 && j == 0 ? 0 : kFar;
      Move move = kNone;
      if (i > 0 && j >= begin_before) {
        const std::size_t above = j - begin_before;
        if (j > 0 && above >= 1 && above - 1 < width) {
          const std::uint32_t cost = previous[above - 1] + substitution_cost(seen[i - 1], meant[j - 1]);
          if (cost < best) best = cost, move = kBoth;
        }
        if (above < width) {
          const std::uint32_t cost = previous[above] + kGapCost;
          if (cost < best) best = cost, move = kSeen;
        }
      }
      if (j > begin) {
        const std::uint32_t cost = row[j - begin - 1] + kGapCost;
        if (cost < best) best = cost, move = kMeant;
      }
      row[j - begin] = std::min(best, kFar);
      moves[i * width + (j - begin)] = move;
    }
    std::swap(previous, row);
  }

  std::vector<AlignedStep> steps;
  for (std::size_t i = n, j = m; i > 0 || j > 0;) {
    const std::size_t begin = low(i);
    Move move = j >= begin && j - begin < width ? static_cast<Move>(moves[i * width + (j - begin)]) : kNone;
    if (move == kNone) move = j > 0 && (i == 0 || j > low(i)) ? kMeant : kSeen;
    AlignedStep step{i - (move != kMeant), i, j - (move != kSeen), j, false};
    step.is_equal = move == kBoth && seen[i - 1] == meant[j - 1];
    i = step.seen_begin;
    j = step.meant_begin;
    steps.push_back(step);
  }
  std::reverse(steps.begin(), steps.end());

  std::vector<AlignedStep> merged;
  for (const AlignedStep& step : steps) {
    if (!merged.empty() && !step.is_equal && !merged.back().is_equal) {
      AlignedStep& last = merged.back();
      if (step.seen_end - last.seen_begin <= kLongestStep && step.meant_end - last.meant_begin <= kLongestStep) {
        last.seen_end = step.seen_end;
        last.meant_end = step.meant_end;
        continue;
      }
    }
    merged.push_back(step);
  }
  return merged;
}

}  // namespace emend::correct
