// A word that a hyphen breaks in two at the end of a line, and what it was in one piece.
//
// For the rules that join such words: where the line still ends (line-end-hyphen), and where the lines were run in
// since and a space stands where the line ended (run-in-hyphen). Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "correct/rule_input.h"
#include "text/span.h"

namespace emend::correct {

// The parts in small letters.
struct WordHalves {
  std::string left;
  std::string right;
  std::string joined() const { return left + right; }
  std::string hyphenated() const { return left + "-" + right; }
};

struct BrokenWord {
  text::Span left;              // letters before the hyphen
  text::Span hyphen;            // with the white space between it and the break
  text::Span line_break;        // or the space that stands for it
  text::Span right;             // letters behind it
  text::Span tail;              // `right` and everything up to the next white space
  bool rest_is_broken = false;  // the rest ends in a hyphen at its own line's end
  bool is_typographic = false;  // a soft hyphen or a not-sign: those only ever mark a break

  WordHalves halves(std::string_view text) const;
};

// The word that is broken at this white space, which ends where the rest of the word begins: a line break, or a space
// within a line. Nothing where no hyphen stands before it, or no letters on both sides.
std::optional<BrokenWord> broken_word_at(std::string_view text, text::Span white_space);

// How often the document writes each of these words in one piece and with a hyphen.
class BrokenWordCounts {
 public:
  BrokenWordCounts(const RuleInput& input, const std::vector<BrokenWord>& broken);

  std::size_t of(const std::string& word) const;  // in small letters
  // "to-day", "to-night", "to-morrow" for "to-".
  std::size_t of_day_words(std::string_view beginning) const;

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

struct HyphenJudgement {
  bool keeps_hyphen = false;
  bool is_automatic = true;
  double probability = 0;
  std::string reason;
  bool is_known = true;  // a word in one piece, or a compound of words
};

// What the word was, or nothing where the hyphen breaks no word.
std::optional<HyphenJudgement> judge_broken_word(const RuleInput& input, const BrokenWord& word,
                                                 const BrokenWordCounts& counts);

}  // namespace emend::correct
