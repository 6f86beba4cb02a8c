// Numbers of any width up to 57 bits, packed without gaps, least significant bit first.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace emend::lm {

static_assert(std::endian::native == std::endian::little, "model files are read in place, in little-endian order");

// How many bytes behind the last packed bit must be readable.
inline constexpr std::size_t kBitSlackBytes = 8;

inline std::uint64_t read_bits(const char* base, std::uint64_t bit, unsigned width) {
  std::uint64_t word = 0;
  std::memcpy(&word, base + (bit >> 3), sizeof word);
  return word >> (bit & 7) & ((std::uint64_t{1} << width) - 1);
}

// The bits must be zero before; `base` needs the slack as well.
inline void write_bits(char* base, std::uint64_t bit, unsigned width, std::uint64_t value) {
  std::uint64_t word = 0;
  std::memcpy(&word, base + (bit >> 3), sizeof word);
  word |= (value & ((std::uint64_t{1} << width) - 1)) << (bit & 7);
  std::memcpy(base + (bit >> 3), &word, sizeof word);
}

// The value of type T at `offset`, which need not be aligned.
template <typename T>
T read_value(const char* base, std::size_t offset) {
  T value;
  std::memcpy(&value, base + offset, sizeof value);
  return value;
}

// How many bits the numbers 0..largest take; at least 1.
inline unsigned bits_for(std::uint64_t largest) {
  return largest == 0 ? 1u : static_cast<unsigned>(std::bit_width(largest));
}

}  // namespace emend::lm
