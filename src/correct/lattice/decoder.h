// Weighs everything that the words of a text might have been, in their context.
//
// For each sentence a lattice: the words as they stand, what they might be misreadings of, words run together and words
// torn apart. Every path has the probability of its words (language model) times that of their misreading (confusion
// model); a beam search over the states of the language model finds the best one, and sums over all paths tell how sure
// it is (forward-backward, Rabiner 1989). A document is decoded twice: its own confident corrections sharpen the
// confusion model for the second pass (Kolak and Resnik 2005 estimate it per document, too).
//
// A Decoder is read-only and shared by all threads; each decode() has its own memory. The answer depends on nothing but
// the arguments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "correct/confusion/confusion_model.h"
#include "correct/lattice/word_trie.h"
#include "lexicon/lexicon.h"
#include "lm/language_model.h"
#include "text/span.h"

namespace emend::correct {

// How the sources of evidence are weighed against each other. Natural logarithms.
struct DecoderWeights {
  double language_model = 0.8;  // exponent of its probabilities
  double channel = 0.8;
  double change = 0.0;       // cost of any change
  double join = 0.0;         // more for taking out a space
  double split = 0.0;        // more for putting one in
  double casing = 1.2;       // exponent of the probability of a word's casing
  double odd = 1.0;          // of the cost of marks that no text has
  double own_prior = 40000;  // characters of text that the prior is worth against the document's own confusions
  bool adapt = true;
};

enum class ChangeKind { kMisread, kJoined, kSplit };

struct Candidate {
  std::string text;
  double posterior = 0;
  bool is_text = false;     // the text as it stands; Change has its costs
  double score = 0;         // natural logarithm of everything but the language model
  double channel_cost = 0;  // as in Change
  double unigram_cost = 0;  // as in Change
  std::size_t count = 0;    // occurrences in the document
  bool is_in_dictionary = false;
};

// One place where the best path leaves the text.
struct Change {
  text::Span span;
  std::string after;
  ChangeKind kind = ChangeKind::kMisread;
  double posterior = 0;           // of this change, among all paths
  double kept = 0;                // posterior of the text as it stands
  double score = 0;               // as in Candidate
  double kept_score = 0;          // the same, of the text as it stands
  std::vector<Candidate> others;  // the next best, with the text as it stands where it is among them

  // Evidence, for calibration and for people. Costs are natural logarithms with the sign turned.
  double channel_cost = 0;
  double unigram_cost = 0;      // of the new words, without context
  double old_unigram_cost = 0;  // of the old ones
  int confusions = 0;
  bool was_known = false;  // the language model knows the old words
  bool was_in_dictionary = false;
  bool is_in_dictionary = false;
  bool is_capitalised = false;
  bool is_all_capitals = false;
  bool is_case_only = false;
  bool has_digit = false;
  bool has_odd_marks = false;
  bool begins_line = false;
  bool ends_line = false;
  int unknown_neighbours = 0;  // of three units to either side, words that nobody knows
  std::size_t length = 0;      // bytes of the words that were seen
  std::size_t old_count = 0;   // occurrences of the old form in the document
  std::size_t new_count = 0;
};

struct Decoded {
  std::vector<Change> changes;  // in the order of the text; they do not overlap
  std::size_t words = 0;        // in the text
  double unknown_share =
      0;  // of the small-letter words, those that the language model does not know: how bad the text is
};

class Decoder {
 public:
  // Builds the search tree (some 20 ms). `model` must outlive the decoder.
  Decoder(const lm::LanguageModel& model, ConfusionModel confusions, DecoderWeights weights = {});

  // `lexicon` is asked about words that the language model does not know.
  Decoded decode(std::string_view text, const lexicon::Lexicon& lexicon) const;

  const lm::LanguageModel& model() const { return model_; }
  const WordTrie& trie() const { return trie_; }
  const ConfusionModel& confusions() const { return confusions_; }
  const DecoderWeights& weights() const { return weights_; }

 private:
  const lm::LanguageModel& model_;
  ConfusionModel confusions_;
  DecoderWeights weights_;
  WordTrie trie_;
};

}  // namespace emend::correct
