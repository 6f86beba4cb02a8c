// How often each edit of 0 to 3 characters to 0 to 3 is made, estimated from aligned texts: a prior for the decoder.
//
// Counted first are the plain edits: what the alignment says, as many characters for as many one by one. Then runs with
// a neighbour (Brill and Moore 2000: "cc" for "ee"), of which only those stay that are clearly likelier than their
// parts. The parts keep what a run explains: the decoder takes the cheapest way, so a part has to be right wherever no
// run is. Sharing the counts out by expectation maximisation foretold held-out texts 1 % better and repaired fewer
// words. models/README.md tells what each choice is worth.
//
// The texts and options decide the result alone. Time and memory grow with the number of differing places.
#pragma once

#include <vector>

#include "correct/confusion/aligned_text.h"
#include "correct/confusion/confusion_model.h"

namespace emend::train {

struct EstimateOptions {
  // Taken off every count, for what was seen once may never come again.
  double discount = 0.7;
  // A run with a neighbour stays where it was seen so often, and is so many times likelier than its parts.
  double least_run_count = 3;
  double least_run_gain = 3;
  // The most that one document may say of a confusion, as a share of what all say (of few documents each may say twice
  // its part), so that a single bad scan does not decide.
  double most_of_one_document = 0.3;
};

correct::ConfusionModel estimated_confusions(const std::vector<correct::AlignedText>& documents,
                                             const EstimateOptions& options = {});

}  // namespace emend::train
