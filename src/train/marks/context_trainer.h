// Learns from prose which marks stand between which words: makes a correct::MarkContext.
//
// Stochastic gradients with a step of its own for every weight (Duchi, Hazan and Singer 2011), one pass over the places
// in an order that is shuffled the same way each time: the same texts give the same table. One thread; about 20 bytes
// for every word of the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "correct/marks/mark_context.h"

namespace emend::train {

struct MarkContextOptions {
  std::size_t words = 8000;      // the most frequent words, which the table lists
  std::size_t far_words = 2000;  // those of them that have weights for places two words away
};

struct TrainedMarkContext {
  correct::MarkContext context;
  std::size_t places = 0;
  // Of the twentieth part of the places that was not learned from: mean natural logarithm of the right mark's
  // probability, with the words around and by the shares of the marks alone.
  double held_out = 0;
  double held_out_shares = 0;
};

TrainedMarkContext trained_mark_context(const std::vector<std::string>& documents, const MarkContextOptions& options);

}  // namespace emend::train
