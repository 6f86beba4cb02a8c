#include "lm/pair_scores.h"

namespace emend::lm {

PairScores::Pair PairScores::asked(WordId before, WordId word) const {
  LanguageModel::State state = LanguageModel::nowhere();
  model_.score(state, before, state);
  return {before, word, static_cast<float>(model_.score(state, word, state))};
}

}  // namespace emend::lm
