// What the look of a cell says of the letter that the engine read in it, as a probability.
//
// How far a strike lies from the mean of another letter differs from machine to machine and from page to page, so no
// distance is taken at its word: of two letters, what counts is how many of the document's known strikes of each lie as
// this cell does. How often the engine reads one letter for another is estimated from the document too, by expectation
// and maximisation, starting from what the engine itself offers as alternatives.
//
// Borrows the machine. Not thread-safe: it remembers what it worked out.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "ocr/typewriter/learn_machine.h"

namespace emend::ocr {

// The room that a cell right behind a word has for a mark that was overlooked.
enum class Room {
  kNone,     // the next word stands right behind it, or a mark is there already
  kForMark,  // there is one cell more between two words than they need, or two
  kOpen,     // a wider gap, or the end of the line
};
inline constexpr std::size_t kRooms = 3;

class ShapeEvidence {
 public:
  // The machine has shapes, and that of the blank cell among them.
  explicit ShapeEvidence(const Machine& machine);

  std::size_t blank() const { return blank_; }
  // The probability of each letter in a cell, where the engine read `read` as part of a word. `is_word_known`: the
  // engine's dictionary has the word.
  std::vector<double> meant(const LetterDistances& cell, std::size_t read, bool is_word_known) const;
  // The same for a cell right behind a word in which the engine saw nothing: there is a mark, or it is blank. A faint
  // full stop is nearly blank, but blanks are all the same; so what counts is how far from all of them it is.
  std::vector<double> behind_word(const LetterDistances& cell, Room room) const;
  // The same for a cell between two words with a free cell on either side: a word of one letter, or blank.
  std::vector<double> between_words(const LetterDistances& cell) const;
  // The probability of `letter` in a cell inside a word in which the engine saw nothing.
  double missed(const LetterDistances& cell, std::size_t letter) const;
  // A natural logarithm: how much likelier the cell is if `meant` was struck than if `read` was.
  double weight(const LetterDistances& cell, std::size_t read, std::size_t meant) const;
  // Of the cell behind character `i`, which ends a word and has a cell.
  Room room_behind(const TypedLine& line, std::size_t i) const;
  bool is_mark(std::size_t letter) const { return kinds_[letter] == Kind::kMark; }
  // Whether shapes do not tell that `meant` was struck where `read` was read: both are on one key of most machines, one
  // is a letter and the other a figure, or it takes only the tail of a comma that left no ink.
  bool cannot_tell(std::size_t read, std::size_t meant) const;

 private:
  enum class Kind { kBlank, kLetter, kFigure, kMark };

  // `shares`: of what is meant where `read` was read.
  std::vector<double> posterior(const LetterDistances& cell, std::size_t read, const std::vector<double>& shares) const;
  // Where the cell is blank or one of the letters that `shares` has.
  std::vector<double> against_blank(const LetterDistances& cell, const std::vector<double>& shares) const;
  double weight_against_blank(const LetterDistances& cell, std::size_t letter) const;
  double log_share_far_beyond(std::size_t struck, std::size_t other, double margin) const;
  double log_share_beyond(std::size_t struck, std::size_t other, double margin) const;
  const std::vector<double>& margins(std::size_t struck, std::size_t other) const;
  std::vector<double> usual_behind_words() const;
  void estimate_errors(const Machine& machine);

  const LetterShapes& shapes_;
  std::size_t blank_ = 0;
  std::vector<Kind> kinds_;
  std::vector<std::vector<const LetterDistances*>> known_;  // of each letter
  std::vector<std::vector<double>> errors_;                 // [read][meant], rows add up to 1
  std::array<std::vector<double>, kRooms> behind_words_;    // [meant], where nothing was read
  mutable std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> margins_;
};

}  // namespace emend::ocr
