// What a single unit might be a misreading of: other words, found by their letters or told by the engine.
//
// Looked for where a word is unknown, fits badly, or has odd marks or an odd capital. One object per pass.
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "correct/lattice/sentence_arcs.h"

namespace emend::correct {

// How far to look for what a word might be: for a word that is known only what is close and commoner.
SearchOptions search_options_for(const FormInfo& info, const SentenceArcs& arcs);

class Misreadings {
 public:
  explicit Misreadings(SentenceArcs& arcs) : arcs_(arcs) {}

  // Of the sentence before nothing is needed any more.
  void start() { read_.clear(); }
  void add(std::size_t i);

 private:
  void add_with_marks(std::size_t i, const OddMarks& marks);
  const RunCandidate& as_read(std::size_t i, const RunCandidate& candidate);
  void add_other_readings(std::size_t i, const std::vector<RunCandidate>& found);

  SentenceArcs& arcs_;
  std::deque<RunCandidate> read_;  // candidates that the engine has a say in; of this sentence
};

}  // namespace emend::correct
