// The shortest way from a truth to an output, for texts of the size of a book.
//
// Sequences are code points, or words that were numbered (see words.h). Pure functions; any thread.
//
// Method: bit-parallel columns (text/bit_block.h), restricted to the part that a way of at most t steps can touch
// (Ukkonen, "Algorithms for approximate string matching", Information and Control 1985); t doubles until a way fits.
// Time O(t * columns / 64). For the way itself the columns are kept at sparse places only and computed again
// while walking back, so memory is O(t * sqrt(columns)) bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::measure {

enum class Step : std::uint8_t {
  kMatch,     // the same symbol in both
  kReplaced,  // one symbol for another
  kMissing,   // of the truth only
  kExtra,     // of the output only
};

struct Alignment {
  std::size_t distance = 0;  // the steps that are no match
  std::vector<Step> steps;   // from the first symbols to the last
};

// Levenshtein distance. A known upper bound saves time where it is close. Error: kTooLarge, where both are so long and
// so different that it would take minutes.
Result<std::size_t> distance(std::u32string_view truth, std::u32string_view output,
                             std::optional<std::size_t> upper_bound = std::nullopt);

// One shortest way. Of equal ones that which, read from the end, prefers a symbol for a symbol, then a missing one,
// then an extra one: so that counts of repaired and broken words are the same in every program that does so.
// Error: kTooLarge, as above.
Result<Alignment> align(std::u32string_view truth, std::u32string_view output);

}  // namespace emend::measure
