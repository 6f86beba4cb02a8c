// From the evidence for a change to the probability that it is right, and to that of breaking what was right.
//
// Two times a logistic regression over the features below and small trees that mend it, fitted on changes that the
// decoder proposed in texts whose truth is known (`models/decoder.calibration`; the texts are named in it). Posteriors
// of the lattice alone are too sure of themselves (Platt 1999). Read-only after construction.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "correct/boosted_trees.h"
#include "correct/lattice/decoder.h"
#include "correct/logistic_fit.h"

namespace emend::correct {

// The features of one change, in this order; the table of weights has these names.
inline constexpr std::array<std::string_view, 38> kFeatureNames = {"always",
                                                                   "posterior",
                                                                   "over-text",
                                                                   "over-next",
                                                                   "channel-cost",
                                                                   "new-word-cost",
                                                                   "old-word-cost",
                                                                   "was-known",
                                                                   "was-in-dictionary",
                                                                   "is-in-dictionary",
                                                                   "capitalised",
                                                                   "all-capitals",
                                                                   "joined",
                                                                   "split",
                                                                   "confusions",
                                                                   "length",
                                                                   "short",
                                                                   "old-count",
                                                                   "new-count",
                                                                   "bad-text",
                                                                   "line-start",
                                                                   "line-end",
                                                                   "case-only",
                                                                   "digit",
                                                                   "known-capitalised",
                                                                   "odd-marks",
                                                                   "known-posterior",
                                                                   "known-bad-text",
                                                                   "stray",
                                                                   "cost-per-letter",
                                                                   "old-cost-per-letter",
                                                                   "misread-share",
                                                                   "misread-alike",
                                                                   "misread-near",
                                                                   "unknown-near",
                                                                   "to-name",
                                                                   "mixed-case",
                                                                   "number"};
using Features = std::array<double, kFeatureNames.size()>;

Features features_of(const Change& change, double unknown_share);

// The logarithm of the odds of something: a weighted sum of the features, and what the trees add to it.
struct LogOdds {
  Features weights{};
  std::vector<Tree> trees;

  double probability(const Features& features) const;  // 0 to 1
};

class Calibration {
 public:
  Calibration(LogOdds of_change, LogOdds of_text) : of_change_(std::move(of_change)), of_text_(std::move(of_text)) {}
  // A line for each feature and one for each tree, twice; docs/formats/confusions.md describes the file.
  // Error: kUnreadable (an unknown, missing or doubled name, a bad number); `subject` names the file.
  static Result<Calibration> parse(std::string_view text, const std::string& subject);
  std::string to_text(std::string_view origin) const;

  // That the change is right, 0 to 1.
  double probability(const Features& features) const { return of_change_.probability(features); }
  // That the text is right as it stands, so that the change would break it. Both may be wrong.
  double probability_of_text(const Features& features) const { return of_text_.probability(features); }

 private:
  LogOdds of_change_;
  LogOdds of_text_;
};

using LabelledFeatures = LogisticExample<kFeatureNames.size()>;

// How features become the logarithm of the odds, by what was right.
LogOdds fitted_log_odds(const std::vector<LabelledFeatures>& examples);

}  // namespace emend::correct
