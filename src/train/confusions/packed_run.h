// A run of 0 to 3 code points as one number, and a confusion as two: keys of the tables in which edits are counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "correct/confusion/confusion_model.h"

namespace emend::train {

// 21 bits for each code point, plus one, so that the empty run is 0 and U+0000 is not.
using PackedRun = std::uint64_t;
static_assert(correct::kLongestConfusion * 21 <= 64);

inline PackedRun packed(std::u32string_view run) {
  PackedRun all = 0;
  for (const char32_t c : run) all = all << 21 | (static_cast<PackedRun>(c) + 1);
  return all;
}

inline std::u32string unpacked(PackedRun run) {
  std::u32string all;
  for (; run != 0; run >>= 21) all.insert(all.begin(), static_cast<char32_t>((run & 0x1FFFFF) - 1));
  return all;
}

struct PackedConfusion {
  PackedRun meant = 0;
  PackedRun seen = 0;
  bool operator==(const PackedConfusion&) const = default;
};

struct PackedConfusionHash {
  std::size_t operator()(const PackedConfusion& c) const {
    return std::hash<std::uint64_t>()(c.meant * 0x9E3779B97F4A7C15u ^ (c.seen + (c.seen << 32 | c.seen >> 32) * 31));
  }
};

}  // namespace emend::train
