// A back-off n-gram model in place: every n-gram under its prefix, ids sorted, probabilities as 8-bit codes.
//
// p(w | h) is the stored value where the n-gram is stored, else backoff(h) * p(w | h without its first symbol);
// the form that Katz gave it and the ARPA format writes down. The arrays are those of a forward trie (as in
// IRSTLM and KenLM's trie): level k holds all k-grams sorted by their symbols, each with the place of its first
// continuation in level k + 1. A state remembers where in the trie the last symbols are, so scoring a symbol is one
// search among the continuations of each remembered place and never starts from the root.
//
// Used for words (order 3) and for the characters of unknown words (order 6).
// A view: the bytes must outlive it. Read-only, so any number of threads may use it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lm/bits.h"

namespace emend::lm {

inline constexpr std::size_t kLargestOrder = 6;

// The places of the last symbols: nodes[k - 1] is the context of k symbols. Contexts that cannot matter for what
// follows are left out, so equal states have equal futures and a decoder may recombine on them.
struct NgramState {
  static constexpr std::uint32_t kNoNode = 0xFFFFFFFF;
  std::array<std::uint32_t, kLargestOrder - 1> nodes{};
  std::uint32_t length = 0;
  // Behind the length nothing is meant. The longest contexts differ most.
  friend bool operator==(const NgramState& a, const NgramState& b) {
    if (a.length != b.length) return false;
    for (std::size_t k = a.length; k-- > 0;)
      if (a.nodes[k] != b.nodes[k]) return false;
    return true;
  }
};

class NgramTrie {
 public:
  NgramTrie() = default;
  // Checks every count, place and table, so that no query can leave the section. `section` must be readable
  // kBitSlackBytes beyond its end. Error: kUnreadable.
  static Result<NgramTrie> read(std::string_view section, std::size_t symbols, const std::string& subject);

  std::size_t order() const { return levels_.size(); }
  std::size_t symbols() const { return levels_.empty() ? 0 : levels_[0].size; }
  // How many n-grams of length k (1-based) are stored.
  std::size_t size(std::size_t k) const { return levels_[k - 1].size; }

  // log10 p(symbol | state); `next` becomes the state behind it and may be the same object as `state`.
  // `symbol` is below symbols().
  float score(const NgramState& state, std::uint32_t symbol, NgramState& next) const;

  // Asks the processor for what score() of `second` behind `first` alone will read. Two steps, as where the second one
  // reads is told by what the first one asks for; between them is time for those of other pairs.
  void prefetch_first(std::uint32_t first) const { prefetch(levels_[0], first); }
  void prefetch_second(std::uint32_t first, std::uint32_t second) const {
    if (levels_.size() > 1) prefetch_child(0, first, second);
  }
  // The same of a state, whose own places have been read already.
  void prefetch(const NgramState& state, std::uint32_t symbol) const {
    for (std::uint32_t k = 0; k < state.length; ++k)
      if (state.nodes[k] != NgramState::kNoNode) prefetch_child(k, state.nodes[k], symbol);
  }

 private:
  struct Level {
    const char* records = nullptr;
    std::uint32_t size = 0;
    unsigned id_bits = 0;     // 0 at the first level, where the id is the place
    unsigned child_bits = 0;  // 0 at the last level
    unsigned record_bits = 0;
    std::array<float, 256> log_probabilities{};
    std::array<float, 256> log_backoffs{};
  };

  static constexpr unsigned kCodeBits = 8;
  // Among twice so many continuations a guess is not worth it.
  static constexpr std::uint32_t kFew = 16;

  std::uint32_t id(const Level& level, std::uint32_t i) const {
    return static_cast<std::uint32_t>(read_bits(level.records, std::uint64_t{i} * level.record_bits, level.id_bits));
  }
  float log_probability(const Level& level, std::uint32_t i) const {
    return level
        .log_probabilities[read_bits(level.records, std::uint64_t{i} * level.record_bits + level.id_bits, kCodeBits)];
  }
  float log_backoff(const Level& level, std::uint32_t i) const {
    return level.log_backoffs[read_bits(level.records, std::uint64_t{i} * level.record_bits + level.id_bits + kCodeBits,
                                        kCodeBits)];
  }
  std::uint32_t first_child(const Level& level, std::uint32_t i) const {
    return static_cast<std::uint32_t>(read_bits(
        level.records, std::uint64_t{i} * level.record_bits + level.id_bits + 2 * kCodeBits, level.child_bits));
  }
  bool has_children(const Level& level, std::uint32_t i) const {
    return level.child_bits > 0 && first_child(level, i) < first_child(level, i + 1);
  }
  static void prefetch(const Level& level, std::uint32_t i) {
    __builtin_prefetch(level.records + (std::uint64_t{i} * level.record_bits >> 3));
  }
  // Where a symbol is among the places [low, high), if those of [least, beyond) are evenly spread.
  static std::uint32_t guess(std::uint32_t low, std::uint32_t high, std::uint32_t symbol, std::uint32_t least,
                             std::uint32_t beyond) {
    return low + static_cast<std::uint32_t>(std::uint64_t{high - low} * (symbol - least) / (beyond - least));
  }
  void prefetch_child(std::size_t level, std::uint32_t node, std::uint32_t symbol) const;
  std::uint32_t find_child(std::size_t level, std::uint32_t node, std::uint32_t symbol) const;

  std::vector<Level> levels_;
};

}  // namespace emend::lm
