// What the decoder would change, with everything that it knows of it: for calibration, for policy and for people.
//
// Plain values. Costs are natural logarithms of probabilities with the sign turned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "correct/lattice/word_evidence.h"
#include "text/span.h"

namespace emend::correct {

// What a change repairs.
enum class ChangeKind : std::uint8_t {
  kMisread,
  kJoined,  // a word that was torn apart is joined
  kSplit,   // words that ran together are split
  kStray,   // a lone letter is taken out: nothing was meant
};

struct Candidate {
  std::string text;
  double posterior = 0;
  bool is_text = false;     // the text as it stands; Change has its costs
  double score = 0;         // natural logarithm of everything but the language model
  double doubt = 0;         // the part of it that is the engine's doubt in what it read
  double channel_cost = 0;  // as in Change
  double unigram_cost = 0;  // as in Change
  std::size_t count = 0;    // occurrences in the document
  bool is_in_dictionary = false;
  std::vector<OtherLetter> letters;  // of the engine's, where they spell the text
};

// The other changes of the text; each form that is changed counts once, as far as one of its changes is sure.
struct Company {
  double share =
      0;  // of the words of the text: unknown ones without capital or digit that are surely misread, but for one
  double alike = 0;  // in how many the same characters were misread
  double near = 0;   // how many are side by side with this one
};

// What company is reckoned from: a form that is changed, once for a text.
struct Misreading {
  std::string seen;
  std::string meant;
  double weight = 0;      // how sure the surest of its changes is; 0 for what is not sure enough
  bool is_plain = false;  // unknown, without capital or digit
};

// One place where the best path leaves the text.
struct Change {
  text::Span span;
  std::string after;
  ChangeKind kind = ChangeKind::kMisread;
  double posterior = 0;                    // of this change, among all paths
  double kept = 0;                         // posterior of the text as it stands
  double score = 0;                        // as in Candidate
  double kept_score = 0;                   // the same, of the text as it stands
  double doubt = 0;                        // as in Candidate
  std::optional<float> engine_confidence;  // of the least sure word under the change; none without a scan
  std::vector<OtherLetter> letters;        // as in Candidate
  std::vector<Candidate> others;           // the next best, with the text as it stands where it is among them

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
  bool may_be_abbreviation = false;  // short and unknown, where all is in capitals or the sentence goes on
  bool is_to_name = false;           // one of the new words is usually written with a capital
  bool is_case_only = false;
  bool has_digit = false;
  bool is_number = false;  // digits are more than half of what stands there
  bool has_odd_marks = false;
  bool has_mixed_case = false;  // a capital behind a small letter
  bool begins_line = false;
  bool ends_line = false;
  bool is_in_foreign_run = false;  // among words of another language
  bool is_left_alone = false;      // not even proposed, and nothing is learned from it; see left_alone.h
  bool is_among_old_spellings = false;
  int unknown_neighbours = 0;      // of three units to either side, words that nobody knows
  std::size_t length = 0;          // bytes of the words that were seen
  std::size_t old_count = 0;       // occurrences of the old form in the document
  std::size_t new_count = 0;
  Company company;
};

// A text as it was before anything of it was repaired.
struct FirstLook {
  double unknown_share = 0;  // as in Decoded
  std::size_t words = 0;
  std::vector<Misreading> misreadings;
  std::optional<double> sure_share = std::nullopt;  // of words that are surely to be changed, where somebody has told
};

struct Decoded {
  std::vector<Change> changes;  // in the order of the text; they do not overlap
  std::size_t words = 0;        // in the text
  double unknown_share =
      0;  // of the small-letter words, those that the language model does not know: how bad the text is
};

}  // namespace emend::correct
