// What the language model says of a word behind one other word, remembered: texts repeat most of their pairs, and the
// model itself is larger than any cache of the processor.
//
// A table of fixed size in which a new pair drives out an old one, so the answers are the model's own. One object per
// document; not for several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lm/language_model.h"

namespace emend::lm {

class PairScores {
 public:
  // The context of a word that stands behind nothing that the model knows.
  static constexpr std::uint32_t kNoContext = NgramState::kNoNode;

  // Borrows the model.
  explicit PairScores(const LanguageModel& model) : model_(model) {}

  // The context of a state, of which only the last word counts.
  static std::uint32_t context_of(const NgramState& state) { return state.length == 0 ? kNoContext : state.nodes[0]; }

  // log10 p(word | context); `context` becomes the one behind the word.
  double score(std::uint32_t& context, WordId word) {
    Pair& pair = pairs_[(context * 0x9E3779B1u ^ word * 0x85EBCA6Bu) >> kShift];
    if (pair.context != context || pair.word != word) pair = asked(context, word);
    context = pair.next_context;
    return pair.log_probability;
  }

 private:
  static constexpr unsigned kBits = 16;
  static constexpr unsigned kShift = 32 - kBits;
  static constexpr WordId kNoWord = 0xFFFFFFFF;
  struct Pair {
    std::uint32_t context = 0;
    WordId word = kNoWord;
    float log_probability = 0;
    std::uint32_t next_context = 0;
  };
  Pair asked(std::uint32_t context, WordId word) const;

  const LanguageModel& model_;
  std::vector<Pair> pairs_ = std::vector<Pair>(std::size_t{1} << kBits);
};

}  // namespace emend::lm
