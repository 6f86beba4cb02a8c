#include "lm/pair_scores.h"

namespace emend::lm {

PairScores::Pair PairScores::asked(WordId before, WordId word) const {
  LanguageModel::State state = LanguageModel::nowhere();
  model_.score(state, before, state);
  return {before, word, static_cast<float>(model_.score(state, word, state))};
}

void PairScores::look_ahead(std::span<const WordId> words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    __builtin_prefetch(&place_of(words[i - 1], words[i]));
    model_.trie().prefetch_first(words[i - 1]);
  }
  for (std::size_t i = 1; i < words.size(); ++i)
    if (!place_of(words[i - 1], words[i]).is_of(words[i - 1], words[i]))
      model_.trie().prefetch_second(words[i - 1], words[i]);
}

}  // namespace emend::lm
