// The sections of a model file, written as vocabulary.h and ngram_trie.h read them. Used by train.
//
// The inputs come from our own training: wrong ones are our mistake and end in an assertion.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lm/vocabulary.h"

namespace emend::lm {

struct WrittenVocabulary {
  std::string strings;
  std::string offsets;
  std::string index;
  std::string counts;
};

// `words` are sorted by their bytes and hold no special form; `counts` has one entry for each.
WrittenVocabulary write_vocabulary(const std::vector<std::string>& words, const std::vector<WordCounts>& counts);

// All n-grams of one length, sorted by their symbols.
struct TrieLevel {
  std::vector<std::uint32_t> symbols;      // the last symbol of each n-gram
  std::vector<std::uint32_t> first_child;  // one more than n-grams; empty at the last level
  std::vector<std::uint8_t> log_probability_codes;
  std::vector<std::uint8_t> log_backoff_codes;  // empty at the last level
  std::array<float, 256> log_probabilities{};
  std::array<float, 256> log_backoffs{};
};

// The first level holds every symbol once.
std::string write_trie(const std::vector<TrieLevel>& levels);

}  // namespace emend::lm
