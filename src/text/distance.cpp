#include "text/distance.h"

#include <cstdint>
#include <unordered_map>

namespace emend::text {
namespace {

constexpr std::size_t kWordBits = 64;

// One block of 64 rows: the vertical differences of the last column, as bits.
struct Block {
  std::uint64_t positive = ~std::uint64_t{0};
  std::uint64_t negative = 0;
};

// Moves one block one column on. `carry` is the horizontal difference that enters above, -1 to 1.
int advance(Block& block, std::uint64_t equal, int carry, std::uint64_t last_row) {
  const std::uint64_t carry_negative = carry < 0 ? 1 : 0;
  const std::uint64_t x = equal | block.negative;
  equal |= carry_negative;
  const std::uint64_t diagonal = (((equal & block.positive) + block.positive) ^ block.positive) | equal;
  std::uint64_t horizontal_positive = block.negative | ~(diagonal | block.positive);
  std::uint64_t horizontal_negative = block.positive & diagonal;
  const int out = (horizontal_positive & last_row) != 0 ? 1 : (horizontal_negative & last_row) != 0 ? -1 : 0;
  horizontal_positive = horizontal_positive << 1 | (carry > 0 ? 1 : 0);
  horizontal_negative = horizontal_negative << 1 | carry_negative;
  block.positive = horizontal_negative | ~(x | horizontal_positive);
  block.negative = horizontal_positive & x;
  return out;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return a.size() + b.size();

  const std::size_t block_count = (a.size() + kWordBits - 1) / kWordBits;
  std::unordered_map<char32_t, std::vector<std::uint64_t>> positions;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto& bits = positions[a[i]];
    bits.resize(block_count);
    bits[i / kWordBits] |= std::uint64_t{1} << (i % kWordBits);
  }
  const std::vector<std::uint64_t> nowhere(block_count);
  std::vector<Block> blocks(block_count);
  const std::uint64_t last_row = std::uint64_t{1} << ((a.size() - 1) % kWordBits);

  std::size_t distance = a.size();
  for (const char32_t c : b) {
    const auto found = positions.find(c);
    const auto& equal = found == positions.end() ? nowhere : found->second;
    int carry = 1;
    for (std::size_t k = 0; k < block_count; ++k)
      carry = advance(blocks[k], equal[k], carry, k + 1 == block_count ? last_row : std::uint64_t{1} << 63);
    distance = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(distance) + carry);
  }
  return distance;
}

}  // namespace emend::text
