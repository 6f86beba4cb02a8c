// Weighs everything that the words of a text might have been, in their context.
//
// For each sentence a lattice: the words as they stand, what they might be misreadings of, words run together and words
// torn apart. Every path has the probability of its words (language model) times that of their misreading (confusion
// model); a beam search over the states of the language model finds the best one, and sums over all paths tell how sure
// it is (forward-backward, Rabiner 1989). A document is decoded twice: its own confident corrections sharpen the
// confusion model for the second pass (Kolak and Resnik 2005 estimate it per document, too): they tell which of the
// priors it is like, and which confusions are its own.
//
// A Decoder is read-only and shared by all threads; each decode() has its own memory. The answer depends on nothing but
// the arguments.
//
// Where there is a scan, the engine has a say (word_evidence.h): its other letters make candidates and make others
// cheaper, and how sure it was of a word weighs for or against changing it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "correct/confusion/prior_mixture.h"
#include "correct/lattice/change.h"
#include "correct/lattice/word_evidence.h"
#include "correct/lattice/word_trie.h"
#include "lexicon/lexicon.h"
#include "lm/language_model.h"

namespace emend::correct {

// How the sources of evidence are weighed against each other. Natural logarithms.
struct DecoderWeights {
  double language_model = 0.8;  // exponent of its probabilities
  double channel = 0.8;
  double change = 0.0;      // cost of any change
  double join = 0.0;        // more for taking out a space
  double split = 0.0;       // more for putting one in
  double casing = 1.2;      // exponent of the probability of a word's casing
  double odd = 1.0;         // of the cost of marks that no text has
  double own_prior = 5000;  // characters of text that the prior is worth against the document's own confusions
  bool adapt = true;
};

// What one decoding of a text leaves for the next one, of the same text with some of its faults repaired: sentences
// that are still the same are not decoded again, and how bad the text is stays what it was before the repairs.
struct DecoderMemory {
  std::unordered_set<std::size_t> sentences;  // hashes
  std::optional<ConfusionModel> confusions;   // of the document
  std::optional<FirstLook> first_look;
};

struct DecoderInput {
  std::string_view text;
  const lexicon::Lexicon& lexicon;  // is asked about words that the language model does not know
  SourceKind source = SourceKind::kText;
  const ScanEvidence* scan = nullptr;  // of this text; null where there is none
  DecoderMemory* memory = nullptr;     // is read and written; null: everything is decoded
};

class Decoder {
 public:
  // Builds the search tree (some 20 ms). `model` must outlive the decoder. At least one prior.
  Decoder(const lm::LanguageModel& model, std::vector<Prior> priors, DecoderWeights weights = {});
  // The same with one prior for everything.
  Decoder(const lm::LanguageModel& model, ConfusionModel confusions, DecoderWeights weights = {});

  Decoded decode(const DecoderInput& input) const;
  Decoded decode(std::string_view text, const lexicon::Lexicon& lexicon) const { return decode({text, lexicon}); }

  const lm::LanguageModel& model() const { return model_; }
  const WordTrie& trie() const { return trie_; }
  const DecoderWeights& weights() const { return weights_; }

 private:
  Decoded decode_all(const DecoderInput& input) const;
  ConfusionModel second_pass_confusions(const DecoderInput& input, const Decoded& first) const;

  const lm::LanguageModel& model_;
  std::vector<Prior> priors_;
  ConfusionModel of_texts_;  // the priors as they are mixed before anything is known of the document
  ConfusionModel of_scans_;
  DecoderWeights weights_;
  WordTrie trie_;
};

}  // namespace emend::correct
