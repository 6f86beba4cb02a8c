#include "correct/confusion/aligned_text.h"

#include <algorithm>

#include "correct/confusion/counted_text.h"

namespace emend::correct {
namespace {

// Of the steps that are at most this far away, so many must be equal for a difference to count.
constexpr std::size_t kWindow = 12;
constexpr double kLeastShareEqual = 0.4;

}  // namespace

AlignedText aligned_text(std::string_view seen, std::string_view meant) {
  AlignedText text{counted_text(seen), counted_text(meant), {}, {}};
  text.steps = align(text.seen, text.meant);
  const std::size_t count = text.steps.size();
  std::vector<std::size_t> equal_before(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) equal_before[i + 1] = equal_before[i] + text.steps[i].is_equal;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i > kWindow ? i - kWindow : 0;
    const std::size_t end = std::min(count, i + kWindow + 1);
    const auto equal = static_cast<double>(equal_before[end] - equal_before[begin]);
    text.is_trusted.push_back(equal >= kLeastShareEqual * static_cast<double>(end - begin));
  }
  return text;
}

}  // namespace emend::correct
