// Edit distance between two sequences, and the alignment behind it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace emend::text {

// Levenshtein (1966): insertions, deletions and substitutions cost one each; by code points.
// Bit-parallel after Myers, "A fast bit-vector algorithm for approximate string matching" (JACM 1999),
// in blocks of 64 after Hyyrö (2003). Cost O(|a| * |b| / 64).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace emend::text
