// How likely a word is in its place: a word trigram, and for words that it does not know a character model.
//
// Used by the decoder of `correct` (scores along a lattice), by its lexicon (words, counts, casing) and by `train`.
// Two ways to ask. Along a path: start with begin(), hand each State on, and recombine where States are equal.
// For one word: log_probability(history, word). All scores are log10.
//
//   State state = model.begin();
//   for (const LmToken& token : lm_tokens(text)) sum += model.score_form(state, token.form, state);
//
// The file is mapped, not parsed; opening checks it whole. Read-only, so any number of threads may use one object.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lm/character_model.h"
#include "lm/mapped_file.h"
#include "lm/ngram_trie.h"
#include "lm/vocabulary.h"

namespace emend::lm {

class LanguageModel {
 public:
  // What was said last, as far as it matters. Equal states have equal futures.
  using State = NgramState;

  // Errors: kMissing; kUnreadable (not a model, another version, cut off, damaged).
  static Result<LanguageModel> open(const std::filesystem::path& path);
  // The same from bytes in memory; `subject` names them in errors.
  static Result<LanguageModel> from_bytes(std::string bytes, const std::string& subject);

  // The state at the start of a sentence, and the one that knows nothing (the middle of a page, say).
  const State& begin() const { return begin_; }
  static State nowhere() { return {}; }

  // `form` comes from folded_form() or lm_tokens(); kUnknownWord if the model has no such word.
  WordId id_of(std::string_view form) const { return words_.id_of(form); }
  const Vocabulary& vocabulary() const { return words_; }
  // Occurrences in the training text; all 0 for a word that the model does not know.
  WordCounts counts_of(std::string_view form) const;

  // log10 p(word | state); `next` becomes the state behind the word and may be `state` itself. kUnknownWord stands for
  // all unknown words together: add unknown_word_log_probability() for one of them. `word` is below
  // vocabulary().size().
  double score(const State& state, WordId word, State& next) const { return trie_.score(state, word, next); }
  // The same for any form, known or not.
  double score_form(const State& state, std::string_view form, State& next) const;
  // log10 p(word | history), oldest word first; more than order() - 1 words make no difference.
  double log_probability(std::span<const WordId> history, WordId word) const;
  // log10 of the probability that an unknown word is this one.
  double unknown_word_log_probability(std::string_view form) const { return characters_.log_probability(form); }

  // Gives back the memory of what has been asked (MappedFile::forget_pages). For who has asked for much and goes on
  // with something else; at any time, as other threads only wait a moment longer for their next answers.
  void forget_pages() const { file_.forget_pages(); }

  std::size_t order() const { return trie_.order(); }
  const NgramTrie& trie() const { return trie_; }
  // What the model was made from, as its maker wrote it down.
  std::string_view origin() const { return origin_; }

 private:
  explicit LanguageModel(MappedFile file) : file_(std::move(file)) {}
  static Result<LanguageModel> read(MappedFile file, const std::string& subject);

  MappedFile file_;
  std::string_view origin_;
  Vocabulary words_;
  NgramTrie trie_;
  CharacterModel characters_;
  State begin_;
};

}  // namespace emend::lm
