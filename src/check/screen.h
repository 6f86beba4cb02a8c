// Where a text that is nearly clean might not be: a quick look at every word and mark, so that the whole machinery of
// rules, decoder and mark layer needs to read only those places with what stands around them.
//
// A place is suspected where the language model and the dictionaries do not know a word and know one that looks like
// it; where a rare word stands in a context in which a commoner look-alike is far likelier; and where a mark, a space
// or a character stands that one of the rules repairs. Names (capitals inside a sentence) and forms that the text
// repeats are never suspected. In a text with many suspicions the look was for nothing: then all of it is to be read.
//
// Speed is the point: one pass over the bytes, a hash look-up a word. Read-only and shared by all threads.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "check/word_table.h"
#include "text/span.h"

namespace emend::check {

struct Screened {
  // In the order of the text.
  std::vector<text::Span> words_in_doubt;  // for the decoder
  std::vector<text::Span> marks_in_doubt;  // for the rules: marks, spaces, figures, odd characters
  std::vector<text::Span> unknown;         // words that nothing knows, lone letters, garbage; only where asked for
  std::size_t words = 0;
};

// Whether no more places than two and a share of the words are in doubt.
bool has_few(std::size_t count, double share, const Screened& screened);

class Screen {
 public:
  // `model` must outlive it.
  explicit Screen(const lm::LanguageModel& model) : model_(model), table_(model) {}

  // `is_word` asks the dictionaries about forms that the model does not know. `joins_hyphens`: a hyphen at a line's end
  // is a place, too.
  // For a text that is full of faults: `unknown` only. Capitals inside a sentence are names and not told: in recognised
  // newspapers four in ten such words that nothing knew were right.
  Screened unknown_words(std::string_view text, const std::function<bool(std::string_view)>& is_word) const;
  Screened look_at(std::string_view text, const std::function<bool(std::string_view)>& is_word,
                   bool joins_hyphens) const;

 private:
  const lm::LanguageModel& model_;
  WordTable table_;
};

}  // namespace emend::check
