// The words of a text that nothing knows, or that are unlikely where they stand.
//
// A part of the look of screen.h, which goes through a text once and gives every word and number to this. It keeps the
// two words before, for the language model. One object a text; what it finds goes into `screened`.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/screen.h"
#include "check/word_table.h"
#include "lm/language_model.h"

namespace emend::check {

class WordScan {
 public:
  // All of it outlives the object. `wants_unknown`: Screened::unknown is wanted, and no words in doubt for being
  // unknown.
  WordScan(std::string_view text, const lm::LanguageModel& model, const WordTable& table,
           const std::function<bool(std::string_view)>& is_word, bool wants_unknown, Screened& screened)
      : text_(text),
        model_(model),
        table_(table),
        is_word_(is_word),
        wants_unknown_(wants_unknown),
        screened_(screened) {}

  // Whether the character at `i`, which is not ASCII, may begin a word.
  bool begins_word_at(std::size_t i) const;

  // The word or number that begins at `begin`; returns its end.
  std::size_t take_word(std::size_t begin);
  std::size_t take_number(std::size_t begin);

  void begin_sentence() { begins_sentence_ = true; }
  void end_context() { second_ = first_ = lm::kBoundaryWord; }

  // After the last word.
  void finish();

 private:
  // A form that nothing knows, where it stands.
  struct Unknown {
    std::size_t count = 0;
    std::vector<text::Span> places;
  };

  std::size_t take_mixed(std::size_t begin, std::size_t i);
  void judge_word(text::Span place, bool is_ascii);
  void judge_letter(text::Span place);
  bool is_unlikely_here(text::Span place, lm::WordId id, std::string_view form) const;
  double score(lm::WordId word, lm::WordId next) const;
  void note_unknown(text::Span place, bool is_ascii, bool began_sentence);
  bool has_known_parts(std::string_view word) const;
  bool is_unknown(const std::string& form) const;
  bool joins_a_neighbour(text::Span place, const std::string& form) const;
  void suspect_word(text::Span place) { screened_.words_in_doubt.push_back(place); }
  void suspect_mark(text::Span place) { screened_.marks_in_doubt.push_back(place); }

  std::string_view text_;
  const lm::LanguageModel& model_;
  const WordTable& table_;
  const std::function<bool(std::string_view)>& is_word_;
  bool wants_unknown_;
  Screened& screened_;
  std::unordered_map<std::string, Unknown> unknown_;
  lm::WordId first_ = lm::kBoundaryWord;   // the word before
  lm::WordId second_ = lm::kBoundaryWord;  // and the one before that
  bool begins_sentence_ = true;
};

}  // namespace emend::check
