// Interpolated modified Kneser-Ney smoothing.
//
// S. F. Chen and J. Goodman, "An empirical study of smoothing techniques for language modeling", Computer Speech
// and Language 13 (1999), pages 359-394: three discounts per order, for counts of one, two, and three or more,
// estimated from the counts of counts; lower orders estimated from continuation counts; the shortest mixed with a
// uniform distribution. A discount is a share of the n-gram's weight here (see ngram_counts.h).
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "train/lm/ngram_counts.h"

namespace emend::train {

struct Discounts {
  std::array<double, 3> of{};  // for counts of 1, 2, and 3 or more; 0 <= of[i] <= i + 1
};

Discounts estimated_discounts(const std::vector<Ngram>& ngrams);

// Sets the probability of every n-gram. levels[0] grows to all `symbols` symbols, those never seen among them.
void estimate_probabilities(std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout, std::size_t symbols);

}  // namespace emend::train
