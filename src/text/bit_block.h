// 64 rows of the matrix of edit distances, one column at a time, in a few operations on whole words.
//
// Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (JACM 1999), in
// blocks after Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
// Used by text::edit_distance and by measure, which also walks back through the matrix.
#pragma once

#include <cstddef>
#include <cstdint>

namespace emend::text {

inline constexpr std::size_t kBlockRows = 64;

// The last column that was computed. A new block is the column before the first: every row one more than the one above.
struct BitBlock {
  std::uint64_t positive = ~std::uint64_t{0};  // rows that are one more than the row above
  std::uint64_t negative = 0;                  // rows that are one less than the row above
};

struct BlockStep {
  int carry = 0;                      // what the marked row gained over the column before, -1 to 1
  std::uint64_t equal_diagonals = 0;  // rows that equal their neighbour above in the column before
};

// Moves `block` one column on. `equal` marks the rows whose symbol is that of the column; `carry` is what the row above
// the block gained over the column before; `carry_row` marks the row whose gain is given back.
inline BlockStep advance(BitBlock& block, std::uint64_t equal, int carry, std::uint64_t carry_row) {
  const std::uint64_t carry_negative = carry < 0 ? 1 : 0;
  const std::uint64_t x = equal | block.negative;
  equal |= carry_negative;
  const std::uint64_t diagonal = (((equal & block.positive) + block.positive) ^ block.positive) | equal;
  const std::uint64_t equal_diagonals = diagonal | block.negative;
  std::uint64_t horizontal_positive = block.negative | ~(diagonal | block.positive);
  std::uint64_t horizontal_negative = block.positive & diagonal;
  const int out = static_cast<int>((horizontal_positive & carry_row) != 0) -
                  static_cast<int>((horizontal_negative & carry_row) != 0);
  horizontal_positive = horizontal_positive << 1 | static_cast<std::uint64_t>(carry > 0);
  horizontal_negative = horizontal_negative << 1 | carry_negative;
  block.positive = horizontal_negative | ~(x | horizontal_positive);
  block.negative = horizontal_positive & x;
  return {out, equal_diagonals};
}

}  // namespace emend::text
