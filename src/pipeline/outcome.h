// What a run says of one document.
#pragma once

#include <cstddef>
#include <utility>

#include "base/problem.h"
#include "edit/decision.h"

namespace emend::pipeline {

struct Outcome {
  bool was_skipped = false;  // done already, and unchanged since
  std::size_t applied = 0;
  std::size_t open = 0;  // proposed, and nobody has decided yet
  Problems problems;
};

inline Outcome outcome_of(const edit::DecidedEdits& edits, Problems problems) {
  Outcome outcome;
  for (const edit::DecidedEdit& decided : edits) {
    if (decided.is_accepted()) ++outcome.applied;
    if (decided.decision.verdict == edit::Verdict::kOpen) ++outcome.open;
  }
  outcome.problems = std::move(problems);
  return outcome;
}

}  // namespace emend::pipeline
