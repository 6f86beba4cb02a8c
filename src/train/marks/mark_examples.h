// Changes of marks with the answer whether they were right, and the calibration fitted to them.
#pragma once

#include <vector>

#include "base/result.h"
#include "correct/marks/mark_calibration.h"
#include "correct/marks/mark_repair.h"
#include "lexicon/lexicon.h"
#include "train/marks/mark_pairs.h"

namespace emend::train {

struct MarkExample {
  correct::MarkRepairId id = correct::kMisreadMark;
  correct::MarkFeatureValues features{};
  bool is_right = false;
};

// What the layer would change in `pair.seen`; right is what brings the text nearer to its truth, all else wrong.
// Error: kTooLarge.
Status add_examples(const MarkTextPair& pair, const correct::MarkRepair& repair, const lexicon::Lexicon& lexicon,
                    std::vector<MarkExample>& examples);

// For each id Newton's method with a small ridge, so that features without evidence stay at 0.
correct::MarkCalibration fitted_calibration(const std::vector<MarkExample>& examples);

}  // namespace emend::train
