// Which characters of a recognised text stand for which of the true one.
//
// Used to count confusions and to tell which proposed edits were right. Dynamic programming over two texts of code
// points within a band around the diagonal that is corrected as it goes (after Ukkonen 1985), then a second pass in
// which runs of up to three characters for up to three may be one step. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace emend::correct {

// [begin, end) ranges of code points; a step of equal text is one character each.
struct AlignedStep {
  std::size_t seen_begin = 0, seen_end = 0;
  std::size_t meant_begin = 0, meant_end = 0;
  bool is_equal = false;
};

// The steps in order; together they cover both texts. Steps that differ have at most kLongestConfusion code points on
// either side; neighbours that differ are one step as far as that allows.
std::vector<AlignedStep> align(std::u32string_view seen, std::u32string_view meant);

// The memory that align() needs for texts of these lengths: some 600 bytes a character, and far more where the lengths
// differ by thousands. Ask first where the texts come from outside.
std::size_t alignment_bytes(std::size_t seen, std::size_t meant);

}  // namespace emend::correct
