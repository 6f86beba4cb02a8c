// How well a language model foretells a text that it was not trained on.
#pragma once

#include <cstddef>
#include <string_view>

#include "lm/language_model.h"

namespace emend::train {

// Sums over a text; texts add up.
struct Perplexity {
  std::size_t words = 0;          // known words and numbers
  std::size_t unknown_words = 0;  // words that the model does not know
  std::size_t boundaries = 0;
  double log_known = 0;       // log10, of the known words
  double log_unknown = 0;     // log10, of the unknown words, spelling included
  double log_boundaries = 0;  // log10, of the sentence boundaries

  // Per known word; boundaries and unknown words are context only.
  double of_known_words() const;
  // Per token of any kind, unknown words spelt out by the character model.
  double of_all() const;
  // Shares of the words that the model does not know, from 0 to 1.
  double unknown_share() const;
};

void measure(Perplexity& sums, const lm::LanguageModel& model, std::string_view text);

}  // namespace emend::train
