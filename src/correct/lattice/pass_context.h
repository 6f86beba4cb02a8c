// What everything that looks at one text in one pass of the decoder shares. Borrowed for the length of the pass.
#pragma once

#include <string_view>
#include <vector>

#include "correct/lattice/candidate_table.h"
#include "correct/lattice/decoder.h"
#include "correct/lattice/form_table.h"
#include "correct/lattice/units.h"
#include "correct/lattice/word_evidence.h"
#include "lm/language_model.h"
#include "lm/pair_scores.h"

namespace emend::correct {

struct PassContext {
  const DecoderWeights& weights;
  const lm::LanguageModel& model;
  std::string_view text;
  const std::vector<Unit>& units;
  FormTable& forms;
  CandidateTable& candidates;
  lm::PairScores& pairs;
  const ScanEvidence* scan = nullptr;  // null: no engine has a say
  double clean_cost = 0;  // more for each confusion, in a text that is cleaner than those that the prior was counted on

  std::string_view seen(std::size_t unit) const { return units[unit].span.of(text); }
};

}  // namespace emend::correct
