// What is known of each form of one document, and what each might be a misreading of. Everything is asked once.
//
// One object per pass over a document; not for several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "correct/confusion/channel.h"
#include "correct/lattice/candidate_search.h"
#include "correct/lattice/units.h"
#include "lexicon/lexicon.h"
#include "lm/language_model.h"

namespace emend::correct {

// A word as the decoder scores it: an id of the language model, or kUnknownWord with what this unknown word costs.
struct ScoredWord {
  lm::WordId id = lm::kUnknownWord;
  float unknown_cost = 0;
};

struct FormInfo {
  ScoredWord word;
  float unigram_cost = 0;  // natural logarithm, sign turned; of unknown words too
  std::size_t count = 0;   // occurrences in the document
  float cache_gain = 0;    // how much likelier the document itself makes the word, where it comes again
  float own_gain = 0;      // the same for one that stands here: not counting itself
  bool is_known = false;   // to the language model
  bool is_in_dictionary = false;
};

// What a run of characters might be, ready for a lattice.
struct RunCandidate {
  std::vector<ScoredWord> words;
  std::string text;    // as it would stand in the document; kBreakMark where the run has one
  std::string folded;  // words in lower case with single spaces
  float channel_cost = 0;
  float unigram_cost = 0;
  int confusions = 0;
  int joined_spaces = 0;
  int lost_spaces = 0;
  bool is_capital = false;       // all in capitals
  float cache_gain = 0;          // sum over the words, see FormInfo
  std::uint8_t capitalised = 0;  // a bit for each word that begins with a capital
};

// How much oftener (or, below 0, more rarely) a form stands in the text once what is surely misread is corrected.
using FormCounts = std::unordered_map<std::string, double>;

// The usual channel, and the one for badly damaged words.
struct Channels {
  const Channel& usual;
  const Channel& damaged;
};

class FormTable {
 public:
  // Borrows everything.
  FormTable(std::string_view text, const std::vector<Unit>& units, const lm::LanguageModel& model,
            const lexicon::Lexicon& lexicon, const Channels& channels, const WordTrie& trie,
            const FormCounts& corrected);

  const FormInfo& info(std::string_view form);
  // Of the unit as it stands in the text.
  const std::vector<RunCandidate>& candidates(std::string_view seen, const SearchOptions& options);
  // The run without its spaces and marks as one word, if the language model knows it; else nothing.
  const std::vector<RunCandidate>& joined(std::string_view run, std::string_view form);
  // A word that was found in another way: by its letters, at this cost. `folded` is its form.
  RunCandidate spelled(std::string_view folded, std::string_view seen, bool is_capitalised, double channel_cost,
                       int confusions);
  // What it costs the word to be written with a capital, or with a small letter, inside a sentence.
  float case_cost(lm::WordId id, bool is_capitalised) const;
  float unknown_share() const { return unknown_share_; }

 private:
  void add_damaged(std::vector<Found>& all, const std::vector<Found>& damaged) const;
  bool is_in_dictionary(const std::string& form) const;
  void learn_own_words(std::string_view text, const std::vector<Unit>& units);
  bool is_own_word(const std::string& form, double count);
  float cache_gain(double count, double unigram_cost) const;
  RunCandidate ready(const Found& found, std::string_view seen) const;
  std::string_view form_of(std::uint32_t id) const;
  float id_cost(lm::WordId id) const;

  const lm::LanguageModel& model_;
  const lexicon::Lexicon& lexicon_;
  const Channel& channel_;
  CandidateSearch search_;
  CandidateSearch damaged_search_;
  std::unordered_map<std::string, FormInfo> infos_;
  FormCounts counts_;
  std::unordered_map<std::string, std::vector<RunCandidate>> candidates_;
  std::unordered_map<std::string, std::vector<RunCandidate>> joined_;
  std::vector<std::string> own_words_;  // id is the vocabulary's size and the place here
  std::vector<float> own_costs_;        // unknown_cost of each
  std::vector<float> own_gains_;        // cache_gain of each
  WordTrie own_trie_;
  CandidateSearch own_search_;
  CandidateSearch own_damaged_search_;
  float unknown_word_cost_ = 0;  // of all unknown words together
  float unknown_share_ = 0;
  double tokens_ = 0;
};

}  // namespace emend::correct
