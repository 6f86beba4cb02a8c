// The training text as numbers: which forms there are, how they are cased, and their sequence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lm/vocabulary.h"

namespace emend::train {

class Corpus {
 public:
  // A stretch of tokens() that counts for `weight`, beginning behind a sentence boundary.
  struct Document {
    std::size_t begin = 0;
    std::size_t end = 0;
    float weight = 1;
  };

  Corpus();
  // Reads the text as lm_tokens() does.
  void add(std::string_view document, double weight);

  // By form number; the first three are the special forms of vocabulary.h.
  const std::vector<std::string>& forms() const { return forms_; }
  const std::vector<lm::WordCounts>& counts() const { return counts_; }
  // Form numbers in the order of the text.
  const std::vector<std::uint32_t>& tokens() const { return tokens_; }
  const std::vector<Document>& documents() const { return documents_; }

 private:
  std::uint32_t number_of(const std::string& form);

  std::vector<std::string> forms_;
  std::vector<lm::WordCounts> counts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> tokens_;
  std::vector<Document> documents_;
};

// The words that a model will know: those with at least `least_count` occurrences, at most `most_words` of them
// (the most frequent; among equals the first by bytes), sorted. No modern dictionary has a say: period spellings
// are words.
struct WordList {
  std::vector<std::string> words;
  std::vector<lm::WordCounts> counts;
  std::vector<lm::WordId> id_of_form;  // by form number; kUnknownWord for what is not in the list
};
WordList word_list(const Corpus& corpus, std::uint32_t least_count, std::size_t most_words);

}  // namespace emend::train
