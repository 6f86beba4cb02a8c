// The shortest way from one sequence to another, as runs that are kept, removed and added.
//
// Myers, "An O(ND) difference algorithm and its variations" (Algorithmica 1986). Beyond a cost limit the rest is
// given as one replacement: right, but not shortest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace emend::text {

// a[a_begin, a_end) became b[b_begin, b_end); between two hunks both are equal.
struct Hunk {
  std::size_t a_begin = 0, a_end = 0;
  std::size_t b_begin = 0, b_end = 0;
};

// Sequences are given by their sizes and a test of equality of a[i] and b[j].
std::vector<Hunk> diff(std::size_t a_size, std::size_t b_size,
                       const std::function<bool(std::size_t, std::size_t)>& are_equal);

// The lines of a text, each with its "\n" where it has one.
std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace emend::text
