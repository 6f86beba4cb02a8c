// Which words a run of characters might have been: the cheapest ways through a word trie.
//
// The problem: given what is seen, find the words (or two, or three words without their space) for which the cost of
// the confusions plus the cost of the words is least. The method is a beam search over the characters that are seen,
// from left to right: a state is a place in the trie, a step is one confusion of the channel, and the cheapest word
// below a place is an estimate of what is still to pay that is seldom too high (word_trie.h).
// Only the best few states of each place are followed (search_beam.h). Ties are broken by the order of the steps, so
// the answer depends on nothing but the input.
//
// One object per thread: it keeps its memory between searches.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "correct/confusion/channel.h"
#include "correct/lattice/search_beam.h"
#include "correct/lattice/word_trie.h"

namespace emend::correct {

// More words than this in one run without spaces are left to a person.
inline constexpr std::size_t kMostWordsInARun = 3;
// Stands in a run for a hyphen and the line break behind it; a word may go on over it without cost.
inline constexpr char kBreakMark = '\n';

struct FoundWord {
  std::uint32_t id = 0;
  bool is_capitalised = false;  // its first letter was meant as a capital
};

struct Found {
  std::array<FoundWord, kMostWordsInARun> words;
  std::uint8_t word_count = 0;
  std::uint8_t break_word = 0;     // the word that goes over the break mark
  std::uint8_t break_bytes = 0;    // how many bytes of it stand before; 0: there is none
  std::uint8_t joined_spaces = 0;  // spaces that were seen and not meant
  std::uint8_t lost_spaces = 0;    // spaces that were meant and not seen
  std::uint8_t confusions = 0;     // steps that change a character
  float channel_cost = 0;
  float total_cost = 0;  // with the cost of the words
};

struct SearchOptions {
  float most_channel_cost = 16;
  float most_total_cost = 40;
  std::size_t most_found = 24;
  std::size_t beam = 160;  // about so many states are followed from one character
  bool may_split = true;
  bool may_end_at_space = true;  // a space that is seen may be meant
  bool is_damaged = false;       // look as if the word were badly damaged, too
};

class CandidateSearch {
 public:
  // The cheapest first. `seen` may hold single spaces and break marks between its characters. The words as they stand
  // are among the answers, if the trie has them. Valid until the next call.
  const std::vector<Found>& search(const Channel& channel, const WordTrie& trie, std::string_view seen,
                                   const SearchOptions& options);

 private:
  void look_up_steps();
  void push(const SearchState& state, std::uint32_t parent);
  void expand(std::uint32_t index);
  void step_letters(std::uint32_t index, LetterCase letters);
  std::uint8_t spaces_in(std::size_t at, std::size_t bytes) const;
  void end_word(const SearchState& state, std::uint32_t index, std::size_t skipped_bytes, float cost,
                bool is_lost_space);
  void finish(std::uint32_t index);
  void lose_last_letter(std::uint32_t index);
  Found found_from(std::uint32_t index) const;

  const Channel* channel_ = nullptr;  // of this search
  const WordTrie* trie_ = nullptr;
  SearchOptions options_;
  std::string_view seen_;
  bool is_capital_ = false;
  bool has_spaces_ = false;
  SearchBeam beam_;
  std::vector<Found> found_;
  // Looked up once for each character that is seen, for each LetterCase.
  std::array<std::array<const Channel::Row*, 3>, kLongestRunBytes> rows_{};
  std::array<std::array<std::vector<const Channel::Run*>, 3>, kLongestRunBytes> runs_;
};

}  // namespace emend::correct
