#include "text/diff.h"

#include <algorithm>

namespace emend::text {
namespace {

// Differences beyond which the search stops; bounds memory to a few tens of MiB.
constexpr std::ptrdiff_t kMostDifferences = 2000;

void append(std::vector<Hunk>& hunks, Hunk hunk) {
  if (hunk.a_begin == hunk.a_end && hunk.b_begin == hunk.b_end) return;
  if (!hunks.empty() && hunks.back().a_end == hunk.a_begin && hunks.back().b_end == hunk.b_begin) {
    hunks.back().a_end = hunk.a_end;
    hunks.back().b_end = hunk.b_end;
  } else {
    hunks.push_back(hunk);
  }
}

}  // namespace

std::vector<Hunk> diff(std::size_t a_size, std::size_t b_size,
                       const std::function<bool(std::size_t, std::size_t)>& are_equal) {
  std::size_t head = 0;
  while (head < a_size && head < b_size && are_equal(head, head)) ++head;
  std::size_t tail = 0;
  while (tail < a_size - head && tail < b_size - head && are_equal(a_size - 1 - tail, b_size - 1 - tail)) ++tail;

  const auto n = static_cast<std::ptrdiff_t>(a_size - head - tail);
  const auto m = static_cast<std::ptrdiff_t>(b_size - head - tail);
  const auto equal = [&](std::ptrdiff_t x, std::ptrdiff_t y) {
    return are_equal(head + static_cast<std::size_t>(x), head + static_cast<std::size_t>(y));
  };
  std::vector<Hunk> hunks;
  if (n == 0 || m == 0) {
    append(hunks, {head, a_size - tail, head, b_size - tail});
    return hunks;
  }

  // furthest[d][k + d]: the largest x on diagonal k = x - y that d differences reach.
  std::vector<std::vector<std::ptrdiff_t>> furthest;
  std::ptrdiff_t found = -1;
  for (std::ptrdiff_t d = 0; d <= std::min(n + m, kMostDifferences) && found < 0; ++d) {
    auto& row = furthest.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
    const auto previous = [&](std::ptrdiff_t k) -> std::ptrdiff_t {
      if (d == 0 || k < -(d - 1) || k > d - 1) return -1;
      return furthest[static_cast<std::size_t>(d - 1)][static_cast<std::size_t>(k + d - 1)];
    };
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = 0;
      if (d > 0) x = (k == -d || (k != d && previous(k - 1) < previous(k + 1))) ? previous(k + 1) : previous(k - 1) + 1;
      while (x < n && x - k < m && equal(x, x - k)) ++x;
      row[static_cast<std::size_t>(k + d)] = x;
      if (x >= n && x - k >= m) found = d;
    }
  }
  if (found < 0) {
    append(hunks, {head, a_size - tail, head, b_size - tail});
    return hunks;
  }

  // Walk back from the end; each step is one removed or one added element.
  std::vector<Hunk> backwards;
  std::ptrdiff_t x = n;
  std::ptrdiff_t y = m;
  for (std::ptrdiff_t d = found; d > 0; --d) {
    const auto& row = furthest[static_cast<std::size_t>(d - 1)];
    const auto previous = [&](std::ptrdiff_t k) {
      return k < -(d - 1) || k > d - 1 ? std::ptrdiff_t{-1} : row[static_cast<std::size_t>(k + d - 1)];
    };
    const std::ptrdiff_t k = x - y;
    const bool is_addition = k == -d || (k != d && previous(k - 1) < previous(k + 1));
    const std::ptrdiff_t from_k = is_addition ? k + 1 : k - 1;
    const std::ptrdiff_t from_x = previous(from_k);
    const std::ptrdiff_t from_y = from_x - from_k;
    const auto at = [&](std::ptrdiff_t i) { return head + static_cast<std::size_t>(i); };
    if (is_addition)
      backwards.push_back({at(from_x), at(from_x), at(from_y), at(from_y + 1)});
    else
      backwards.push_back({at(from_x), at(from_x + 1), at(from_y), at(from_y)});
    x = from_x;
    y = from_y;
  }
  std::reverse(backwards.begin(), backwards.end());
  for (const Hunk& hunk : backwards) append(hunks, hunk);
  return hunks;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

}  // namespace emend::text
