// The confusions to expect in one document: a mixture of the priors, weighed by what the document itself shows.
//
// A first pass over the document leaves corrections that are sure. How much each prior explains of them gives its
// weight: expectation maximisation for the weights of a mixture (Dempster, Laird and Rubin 1977), in which the starting
// weights count as a few confusions that were seen already. Only the kinds of confusions tell priors apart, not how
// many there are: corrections are found where they are found, and how bad the text is the decoder measures itself.
//
// Pure functions; the answer depends on nothing but the arguments. Read-only use from any number of threads.
#pragma once

#include <string>
#include <vector>

#include "correct/confusion/confusion_model.h"
#include "correct/confusion/prior_list.h"

namespace emend::correct {

struct Prior {
  PriorEntry entry;
  ConfusionModel model;
};

enum class SourceKind {
  kText,  // a text that somebody recognised somewhere
  kScan,  // a scan that was read just now
};

// A word or a run of words as it stands, and what it was corrected to with confidence.
struct SeenAndMeant {
  std::string seen;
  std::string meant;
};

struct PriorChoice {
  std::vector<double> weights;  // by prior; they sum to 1
  ConfusionModel model;         // at the rate of errors of the first prior
};

// `priors` holds at least one, and one with a weight above 0 for `source`; a prior with the weight 0 keeps it.
// Without corrections the starting weights are the answer.
PriorChoice choose_prior(const std::vector<Prior>& priors, SourceKind source, const std::vector<SeenAndMeant>& words);

// The priors in these proportions (one weight each, above 0 in sum), at the rate of errors of the first one.
ConfusionModel mixed(const std::vector<Prior>& priors, const std::vector<double>& weights);

}  // namespace emend::correct
