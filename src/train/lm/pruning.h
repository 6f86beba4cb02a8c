// Leaves out the n-grams that the model can do without.
//
// A. Stolcke, "Entropy-based pruning of backoff language models", DARPA Broadcast News Workshop (1998): the relative
// entropy between the model with and without an n-gram has a closed form. How often a history occurs is taken from
// the counts: Kneser-Ney's own short n-grams are not probabilities of text (C. Chelba et al., "Study on interaction
// between entropy pruning and Kneser-Ney smoothing", Interspeech 2010).
#pragma once

#include <vector>

#include "train/lm/ngram_counts.h"

namespace emend::train {

struct PruningOptions {
  // An n-gram of two symbols or more goes if the text gets less than this much less probable without it, as a
  // share (relative change of perplexity). Shorter n-grams must be worth twice as much: with back-off weight and
  // place of continuations each takes more than twice the bits of one of full length.
  double threshold = 0;
  // N-grams of full length that occur less often go at once.
  std::uint32_t least_count = 1;
};

// Levels as estimate_probabilities() leaves them. Prefixes of n-grams that stay, stay; so do all single symbols.
void prune(std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout, const PruningOptions& options);

}  // namespace emend::train
