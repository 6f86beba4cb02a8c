// Numbers for footnote marks, from those that are legible and from the order of all.
//
// The marks of a document count upwards. A candidate may be a mark or none; a mark takes the number after the one
// before it. A hidden Markov model over the number of the last mark tells for each candidate how probable it is that it
// is a mark with a given number, over all ways to read the document (forward-backward: Rabiner, "A tutorial on hidden
// Markov models", Proceedings of the IEEE 1989). Linear in the number of candidates.
#pragma once

#include <cstddef>
#include <vector>

#include "correct/rules/footnotes/mark_candidates.h"

namespace emend::correct {

// A document with more candidates than this has no footnotes but a habit.
inline constexpr std::size_t kMostMarkCandidates = 5'000;

struct MarkNumber {
  int number = 0;          // the most probable one
  double probability = 0;  // that the candidate is a mark and has this number
};

// One for each candidate. At most kMostMarkCandidates of them.
std::vector<MarkNumber> number_marks(const std::vector<FootnoteMarkCandidate>& candidates);

}  // namespace emend::correct
