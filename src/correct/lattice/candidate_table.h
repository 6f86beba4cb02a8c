// What each run of characters of one document might be a misreading of. Every run is searched for once.
//
// The second pass over a document looks among all words again, but for badly damaged ones only among the candidates of
// the first pass: that search is the dear one. One object per document; not for several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "correct/confusion/channel.h"
#include "correct/lattice/candidate_search.h"
#include "correct/lattice/form_table.h"
#include "correct/lattice/word_trie.h"

namespace emend::correct {

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

// The usual channel, and the one for badly damaged words.
struct Channels {
  const Channel& usual;
  const Channel& damaged;
};

class CandidateTable {
 public:
  // Borrows both.
  CandidateTable(FormTable& forms, const WordTrie& trie) : forms_(forms), trie_(trie) {}

  // From here with these channels, which must outlive the pass, and with the forms as they are counted now. References
  // to candidates of the pass before are void.
  void begin_pass(const Channels& channels);

  // Of the run as it stands in the text. The options must follow from the run. Valid until the next pass, as is all
  // that follows.
  const std::vector<RunCandidate>& candidates(std::string_view seen, const SearchOptions& options);
  // The run without its spaces and marks as one word, if the language model knows it; else nothing.
  const std::vector<RunCandidate>& joined(std::string_view run, std::string_view form);
  // A word that was found in another way: by its letters, at this cost. `folded` is its form.
  RunCandidate spelled(std::string_view folded, std::string_view seen, bool is_capitalised, double channel_cost,
                       int confusions);
  CandidateSearch& search() { return search_; }

 private:
  struct Run {
    std::vector<RunCandidate> candidates;
    std::vector<std::uint32_t> words;  // of the language model, that are in the candidates
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view run) const { return std::hash<std::string_view>()(run); }
  };
  using Runs = std::unordered_map<std::string, Run, Hash, std::equal_to<>>;
  std::vector<Found> found_in(const WordTrie& trie, const WordTrie& damaged, std::string_view seen,
                              const SearchOptions& options);
  void add_damaged(std::vector<Found>& all, const std::vector<Found>& damaged) const;
  WordTrie trie_of(std::vector<std::uint32_t> words) const;
  RunCandidate ready(const Found& found, std::string_view seen) const;
  std::string_view form_of(std::uint32_t id) const;

  FormTable& forms_;
  const WordTrie& trie_;
  const Channel* usual_ = nullptr;
  const Channel* damaged_ = nullptr;
  CandidateSearch search_;
  Runs runs_;
  Runs earlier_runs_;  // of the pass before
  bool is_first_pass_ = true;
  std::unordered_map<std::string, std::vector<RunCandidate>> joined_;
};

}  // namespace emend::correct
