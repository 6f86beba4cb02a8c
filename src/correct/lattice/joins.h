// Neighbouring units as the pieces of one word, torn apart over a space, a line end, a mark or a short number.
//
// Tried where one of the pieces is suspicious, or where the pieces without what is between them are a word and do not
// like each other. One object per pass.
#pragma once

#include <cstddef>
#include <string>

#include "correct/lattice/sentence_arcs.h"

namespace emend::correct {

class Joins {
 public:
  explicit Joins(SentenceArcs& arcs) : arcs_(arcs) {}

  // The words that begin with this unit and have more pieces.
  void add(std::size_t i);

 private:
  struct Join;
  bool extend(Join& join, std::size_t j) const;
  std::string run_of(const Join& join) const;
  std::string folded_of(const Join& join) const;
  float cost_of(const Join& join) const;
  bool is_suspicious(std::size_t i) const;
  bool is_letter_as_figure(std::size_t i) const;
  float least_cost(std::size_t i) const;
  void add_whole_word(const Join& join);
  void add_exact_join(const Join& join);
  void add_misread_join(const Join& join);

  SentenceArcs& arcs_;
  std::string whole_;  // kept for its memory
};

}  // namespace emend::correct
