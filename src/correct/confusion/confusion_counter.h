// Counts how characters come out of an engine, from pairs of a recognised and a true text.
//
// `train confusions` makes a prior from whole documents with it, the decoder a document's own table from its corrected
// words. Not for several threads at once.
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
  // Broken UTF-8 reads as U+FFFD and white space as a space. Stretches in which the texts have little in common are
  // left out.
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
