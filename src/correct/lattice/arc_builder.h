// Which arcs the lattice of a sentence has: every unit as it stands, and what units might have been.
//
// Single units may be misread (misreadings.h), neighbours may be pieces of one word (joins.h), a lone letter may be
// nothing at all (stray_letter.h). One object per pass.
#pragma once

#include <cstddef>

#include "correct/lattice/joins.h"
#include "correct/lattice/misreadings.h"
#include "correct/lattice/sentence_arcs.h"

namespace emend::correct {

class ArcBuilder {
 public:
  ArcBuilder(const PassContext& context, SentenceLattice& lattice) : arcs_(context, lattice) {}

  // Fills the lattice with the units [begin, end), which hold no boundary. False if there is nothing to choose.
  bool build(std::size_t begin, std::size_t end);

 private:
  SentenceArcs arcs_;
  Misreadings misreadings_{arcs_};
  Joins joins_{arcs_};
};

}  // namespace emend::correct
