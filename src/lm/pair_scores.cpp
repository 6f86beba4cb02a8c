#include "lm/pair_scores.h"

namespace emend::lm {

PairScores::Pair PairScores::asked(std::uint32_t context, WordId word) const {
  NgramState state;
  if (context != kNoContext) {
    state.nodes[0] = context;
    state.length = 1;
  }
  const auto log_probability = static_cast<float>(model_.score(state, word, state));
  return {context, word, log_probability, context_of(state)};
}

}  // namespace emend::lm
