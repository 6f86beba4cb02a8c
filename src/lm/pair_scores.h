// What the language model says of a word behind one other word, remembered: texts repeat most of their pairs, and the
// model itself is larger than any cache of the processor.
//
// A table of fixed size in which a new pair drives out an old one, so the answers are the model's own. One object per
// document; not for several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lm/language_model.h"

namespace emend::lm {

class PairScores {
 public:
  // Borrows the model.
  explicit PairScores(const LanguageModel& model) : model_(model) {}

  // log10 p(word | before), with nothing known of what stands before that.
  double score(WordId before, WordId word) {
    Pair& pair = place_of(before, word);
    if (!pair.is_of(before, word)) pair = asked(before, word);
    return pair.log_probability;
  }

  // Each of these words will be asked about behind the one before it, or most of them: what the answers are read from
  // is far apart in memory, and comes sooner where all is asked for at once. No answer depends on it.
  void look_ahead(std::span<const WordId> words);

 private:
  static constexpr unsigned kBits = 16;
  static constexpr unsigned kShift = 32 - kBits;
  static constexpr WordId kNoWord = 0xFFFFFFFF;
  struct Pair {
    WordId before = kNoWord;
    WordId word = kNoWord;
    float log_probability = 0;
    bool is_of(WordId first, WordId second) const { return before == first && word == second; }
  };
  Pair& place_of(WordId before, WordId word) { return pairs_[(before * 0x9E3779B1u ^ word * 0x85EBCA6Bu) >> kShift]; }
  Pair asked(WordId before, WordId word) const;

  const LanguageModel& model_;
  std::vector<Pair> pairs_ = std::vector<Pair>(std::size_t{1} << kBits);
};

}  // namespace emend::lm
