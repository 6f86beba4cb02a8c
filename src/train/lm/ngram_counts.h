// Counts of n-grams of every length up to the order, as Kneser-Ney smoothing wants them.
//
// An event is one symbol with as many symbols before it as the order allows; what precedes a boundary is out of
// reach. N-grams of full length, and those that begin with a boundary, are counted as they occur. All others are
// counted by how many different symbols precede them (Chen and Goodman 1999, section 3.2).
//
// Every event has a weight, so that some sources may count for more. Weights scale probabilities and never the
// counts that decide how far a count can be trusted: three records of weight 3 are still three records.
#pragma once

#include <cstdint>
#include <vector>

namespace emend::train {

// Symbols packed into 64 bits, the oldest highest: an n-gram sorts behind its prefix, and its suffix is a mask away.
struct KeyLayout {
  unsigned order = 3;
  unsigned symbol_bits = 21;

  std::uint64_t mask(unsigned length) const { return (std::uint64_t{1} << (symbol_bits * length)) - 1; }
  std::uint64_t prefix(std::uint64_t key) const { return key >> symbol_bits; }
  std::uint64_t suffix(std::uint64_t key, unsigned length) const { return key & mask(length - 1); }
  std::uint32_t last(std::uint64_t key) const { return static_cast<std::uint32_t>(key & mask(1)); }
  std::uint32_t first(std::uint64_t key, unsigned length) const {
    return static_cast<std::uint32_t>(key >> (symbol_bits * (length - 1)));
  }
};
// The most symbols that a model of this order can tell apart.
inline std::uint64_t largest_alphabet(unsigned order) { return std::uint64_t{1} << (63 / order); }

struct Event {
  std::uint64_t key = 0;
  float weight = 1;
};

struct Ngram {
  std::uint64_t key = 0;
  std::uint32_t count = 0;  // occurrences, or different symbols before it
  float weight = 0;         // the same, each with the weight of its sources
  double occurrences = 0;   // weighted, also for the shorter n-grams
  float probability = 0;    // set by the estimation
};

// Sequences of symbols, cut into events as they come.
class EventList {
 public:
  EventList(KeyLayout layout, std::uint32_t boundary);

  // Continues the sequence. A boundary ends it and begins the next.
  void add(std::uint32_t symbol, float weight);
  // The sequence starts anew behind a boundary, as before the first add().
  void restart();

  // N-grams by length, levels[k - 1] those of length k, each level sorted by key. Empties the list.
  std::vector<std::vector<Ngram>> take_counts();

 private:
  KeyLayout layout_;
  std::uint32_t boundary_;
  std::uint64_t history_ = 0;
  unsigned history_length_ = 0;
  std::vector<std::vector<Event>> events_;  // by the length of the n-gram
};

}  // namespace emend::train
