#include "correct/confusion/aligned_text.h"

#include <algorithm>

#include "correct/confusion/counted_text.h"

namespace emend::correct {
namespace {

// Of the characters that are at most so many steps before a step, it included, so many must be equal; and of those
// behind it. Both sides count, so that the ends of a foreign stretch are no better than its middle.
constexpr std::size_t kWindow = 12;
constexpr double kLeastShareEqual = 0.4;
// A longer difference without an equal character in it is something left out or put in: a running head, a line.
constexpr std::size_t kLongestDifference = 6;

// A step in characters of whichever text has more of them.
std::size_t size_of(const AlignedStep& step) {
  return std::max(step.seen_end - step.seen_begin, step.meant_end - step.meant_begin);
}

}  // namespace

AlignedText aligned_text(std::string_view seen, std::string_view meant) {
  AlignedText text{counted_text(seen), counted_text(meant), {}, {}};
  text.steps = align(text.seen, text.meant);
  const std::size_t count = text.steps.size();
  std::vector<std::size_t> before(count + 1, 0);  // characters of the steps before
  std::vector<std::size_t> equal_before(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    before[i + 1] = before[i] + size_of(text.steps[i]);
    equal_before[i + 1] = equal_before[i] + text.steps[i].is_equal;
  }
  const auto is_alike = [&](std::size_t begin, std::size_t end) {
    return static_cast<double>(equal_before[end] - equal_before[begin]) >=
           kLeastShareEqual * static_cast<double>(before[end] - before[begin]);
  };
  for (std::size_t i = 0; i < count; ++i) {
    // At the ends of the text one side has too little to tell.
    const bool is_alike_before = i < kWindow ? is_alike(0, std::min(count, 2 * kWindow)) : is_alike(i - kWindow, i + 1);
    const bool is_alike_behind = i + kWindow >= count ? is_alike(count > 2 * kWindow ? count - 2 * kWindow : 0, count)
                                                      : is_alike(i, i + kWindow + 1);
    text.is_trusted.push_back(is_alike_before && is_alike_behind);
  }
  for (std::size_t i = 0, end = 0; i < count; i = end + 1) {
    std::size_t length = 0;
    for (end = i; end < count && !text.steps[end].is_equal; ++end) length += size_of(text.steps[end]);
    if (length > kLongestDifference)
      std::fill(text.is_trusted.begin() + static_cast<std::ptrdiff_t>(i),
                text.is_trusted.begin() + static_cast<std::ptrdiff_t>(end), false);
  }
  return text;
}

}  // namespace emend::correct
