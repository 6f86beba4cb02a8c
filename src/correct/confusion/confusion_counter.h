// Counts how characters come out of an engine, from pairs of a recognised and a true text.
//
// The decoder makes a document's own table from its corrected words with it; `train confusions` goes further, see
// train/confusions/edit_estimate.h. Not for several threads at once.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "correct/confusion/confusion_model.h"

namespace emend::correct {

struct ConfusionCountOptions {
  double least_count = 2;  // rarer confusions are left to chance
  double discount = 0.5;   // taken off every count, for what was seen once may never come again
};

class ConfusionCounter {
 public:
  // The texts are read as counted_text() reads them; stretches in which they have little in common are left out.
  void add(std::string_view seen, std::string_view meant);
  ConfusionModel model(const ConfusionCountOptions& options = {}) const;
  // What was confused, as often as it was, without the occurrences: `of` is `count`.
  std::vector<Confusion> confused() const;

 private:
  std::map<std::pair<std::u32string, std::u32string>, double> confused_;  // meant, seen
  std::map<std::u32string, double> meant_;
  double places_ = 0;
};

}  // namespace emend::correct
