// Which changes of the decoder are applied, which are only proposed, and which are kept silent.
//
// In a text with many misreadings what stands there is mostly wrong anyway, and a change makes it better on the whole
// once it is likely enough right; in one that looks clean a person should see it first. The limits are named in the
// source; docs/benchmarks.md has the figures behind them. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "correct/lattice/change.h"
#include "correct/lattice/word_repair_id.h"

namespace emend::correct {

enum class Band { kApplied, kProposed, kSilent };

// What is known of the whole text, as it was before anything of it was repaired.
struct TextLooks {
  double unknown_share = 0;  // as in Decoded
  double sure_share = 0;
  std::size_t words = 0;
  bool is_scan = false;
};

struct WeighedChange {
  WordRepairId id = kMisreadWord;
  double probability = 0;    // that it is right
  double text_is_right = 0;  // the probability that nothing is to be changed
  bool may_be_name = false;  // what stands there; see possible_name.h
};

// The share of a text's words that are surely to be changed, each form once, but for one slip that any text may have.
// `weighed` are its changes, in their order.
double sure_share_of(std::string_view text, const Decoded& decoded, const std::vector<WeighedChange>& weighed);

// `before` is what the change replaces.
Band band_of(const Change& change, std::string_view before, const WeighedChange& weighed, const TextLooks& looks);

}  // namespace emend::correct
