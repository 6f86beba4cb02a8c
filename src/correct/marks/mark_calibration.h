// From the evidence for a change of marks to the probability that it is right.
//
// A logistic regression over named features, fitted on texts whose truth is known (`models/marks.calibration`).
// Read-only after construction.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emend::correct {

// The ids of the layer's edits; each has weights of its own.
enum MarkRepairId : std::size_t { kMisreadMark, kLostMark, kStrayMark, kMisreadCapital, kDriftedMark };
inline constexpr std::size_t kMarkRepairs = 5;
inline constexpr std::array<std::string_view, kMarkRepairs> kMarkRepairNames = {
    "misread-mark", "lost-mark", "stray-mark", "misread-capital", "drifted-mark"};

// The features of one change, in this order; the table of weights has these names. 0 where one does not apply.
inline constexpr std::array<std::string_view, 31> kMarkFeatureNames = {
    "always", "bad-text", "before-known", "after-known", "line-end", "prose",
    // Of what the decoder of marks found.
    "decoded", "posterior", "over-text", "context-gain", "channel-gain", "table-gain", "errors", "with-case",
    "to-capital", "meant-stop", "meant-comma", "seen-stop", "seen-comma", "abbreviation", "initial", "title",
    "own-points", "capital-behind", "letter-i",
    // Of marks that stand where no printer sets one.
    "table-odds", "without", "repeated", "share", "unpaired", "may-be-letter"};
using MarkFeatureValues = std::array<double, kMarkFeatureNames.size()>;

class MarkCalibration {
 public:
  using Weights = std::array<MarkFeatureValues, kMarkRepairs>;

  explicit MarkCalibration(const Weights& weights) : weights_(weights) {}
  // A line for each id and feature: their names and the weight, with tabs between; what has no line weighs 0. Lines of
  // "#" are remarks. Error: kUnreadable (an unknown or doubled name, a bad number); `subject` names the file.
  static Result<MarkCalibration> parse(std::string_view text, const std::string& subject);
  std::string to_text(std::string_view origin) const;

  // That the change is right, 0 to 1.
  double probability(MarkRepairId id, const MarkFeatureValues& features) const;

 private:
  Weights weights_;
};

}  // namespace emend::correct
