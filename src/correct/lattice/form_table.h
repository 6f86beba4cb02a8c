// What is known of each form of one document: to the language model, to the dictionaries, and how often it stands here.
//
// Everything is asked once. One object per document; not for several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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
  std::size_t count = 0;   // occurrences in the document
  float unigram_cost = 0;  // natural logarithm, sign turned; of unknown words too
  float cache_gain = 0;    // how much likelier the document itself makes the word, where it comes again
  float own_gain = 0;      // the same for one that stands here: not counting itself
  bool is_known = false;   // to the language model
  bool is_in_dictionary = false;
};

// How much oftener (or, below 0, more rarely) a form stands in the text once what is surely misread is corrected.
using FormCounts = std::unordered_map<std::string, double>;

// Forms that the document repeats and that the language model does not know, as words to search for.
struct OwnWords {
  WordTrie trie;
  std::vector<std::string> forms;  // the id in the trie is the vocabulary's size and the place here
  std::vector<float> costs;        // unknown_cost of each
  std::vector<float> gains;        // cache_gain of each
};

class FormTable {
 public:
  // Borrows everything. `forms` are those of the units; others that are asked about are added.
  FormTable(std::string_view text, const std::vector<Unit>& units, FormList& forms, const lm::LanguageModel& model,
            const lexicon::Lexicon& lexicon, const WordTrie& trie);

  // Counts again, with what an earlier pass has corrected. Before this there are no counts.
  void begin_pass(const Channel& channel, const FormCounts& corrected, CandidateSearch& search);

  // All but is_in_dictionary, which holds for unknown words only.
  const FormInfo& of_unit(std::size_t unit) { return filled(entry(units_[unit].form)); }
  // It will be asked about soon.
  void prefetch_unit(std::size_t unit) const { __builtin_prefetch(&entry(units_[unit].form)); }
  const FormInfo& info(std::string_view form) { return info(forms_.number_of(form)); }
  const FormInfo& info_of_unit(std::size_t unit) { return info(units_[unit].form); }
  std::string_view form_of_unit(std::size_t unit) const { return forms_.form(units_[unit].form); }
  // Of units that stand there as their forms: whether a search in this pass has found nothing else that they might be.
  bool is_alone(std::size_t unit) const { return entry(units_[unit].form).is_alone; }
  void set_alone(std::size_t unit) { entry(units_[unit].form).is_alone = true; }
  // What it costs the word to be written with a capital, or with a small letter, inside a sentence.
  float case_cost(lm::WordId id, bool is_capitalised) const;
  // Of a word of the language model, without its context.
  float unigram_cost(lm::WordId id) const;
  // What the document makes of a form that it has so often.
  float cache_gain_of(std::string_view form, double unigram_cost) const;
  float unknown_share() const { return unknown_share_; }
  const OwnWords& own_words() const { return own_; }
  const lm::LanguageModel& model() const { return model_; }

 private:
  using Number = FormList::Number;
  // As large as a line of the processor's cache: the forms of a large text are far more than it holds.
  struct alignas(64) Entry {
    FormInfo info;
    double in_text = 0;  // occurrences
    double count = 0;    // with what was corrected
    Number form = 0;
    bool is_own = false;
    bool is_doubted = false;    // that it comes again says nothing for it
    bool is_looked_up = false;  // what no pass changes is known, but for the dictionary
    bool is_dictionary_asked = false;
    bool is_counted = false;  // the rest is
    bool is_alone = false;
  };
  static_assert(sizeof(Entry) == 64);
  // Entries stay where they are, a block after the other.
  static constexpr std::size_t kEntriesInBlock = 256;
  void add_entries();
  Entry& entry(Number form) { return blocks_[form / kEntriesInBlock][form % kEntriesInBlock]; }
  const Entry& entry(Number form) const { return blocks_[form / kEntriesInBlock][form % kEntriesInBlock]; }
  const FormInfo& info(Number form);
  const FormInfo& filled(Entry& entry);
  void look_up(Entry& entry);
  void ask_dictionary(Entry& entry);
  void learn_own_words(const Channel& channel, CandidateSearch& search);
  bool is_own_word(Entry& entry, const Channel& channel, CandidateSearch& search);
  bool is_doubtful(Entry& entry, const Channel& channel, CandidateSearch& search);
  float cache_gain(double count, double unigram_cost) const;

  const lm::LanguageModel& model_;
  const lexicon::Lexicon& lexicon_;
  const WordTrie& trie_;
  const std::vector<Unit>& units_;
  FormList& forms_;
  std::vector<std::unique_ptr<Entry[]>> blocks_;  // by the number of the form
  std::size_t entries_ = 0;
  OwnWords own_;
  float unknown_word_cost_ = 0;  // of all unknown words together
  float unknown_share_ = 0;
  double tokens_ = 0;
};

}  // namespace emend::correct
