// From probabilities to the arrays of a model file: 8-bit codes, back-off weights, places of continuations.
//
// Codes divide the logarithms evenly, and each stands for the mean of the probabilities that have it, so sums are
// kept. Back-off weights are computed behind that, from the codes: the stored model sums to one up to the rounding
// of its back-off weights.
#pragma once

#include <vector>

#include "lm/lm_writer.h"
#include "train/lm/ngram_counts.h"

namespace emend::train {

std::vector<lm::TrieLevel> quantised_model(const std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout);

}  // namespace emend::train
