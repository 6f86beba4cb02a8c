#include "text/distance.h"

#include <cstdint>
#include <unordered_map>

#include "text/bit_block.h"

namespace emend::text {

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return a.size() + b.size();

  const std::size_t block_count = (a.size() + kBlockRows - 1) / kBlockRows;
  std::unordered_map<char32_t, std::vector<std::uint64_t>> positions;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto& bits = positions[a[i]];
    bits.resize(block_count);
    bits[i / kBlockRows] |= std::uint64_t{1} << (i % kBlockRows);
  }
  const std::vector<std::uint64_t> nowhere(block_count);
  std::vector<BitBlock> blocks(block_count);
  const std::uint64_t last_row = std::uint64_t{1} << ((a.size() - 1) % kBlockRows);

  std::size_t distance = a.size();
  for (const char32_t c : b) {
    const auto found = positions.find(c);
    const auto& equal = found == positions.end() ? nowhere : found->second;
    int carry = 1;
    for (std::size_t k = 0; k < block_count; ++k)
      carry = advance(blocks[k], equal[k], carry, k + 1 == block_count ? last_row : std::uint64_t{1} << 63).carry;
    distance = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(distance) + carry);
  }
  return distance;
}

}  // namespace emend::text
