// Many documents as one set of figures, each with how far it can be trusted.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measure/bootstrap.h"
#include "measure/compare.h"

namespace emend::measure {

struct Rate {
  double value = 0;                  // 0 to 1, or above where an output has much that the truth lacks
  std::optional<Interval> interval;  // over documents; needs two of them
};

struct Rates {
  Rate characters;  // character error rate: distance over the truth's length, both summed over all documents
  Rate words;       // word error rate
};

struct Summary {
  Figures total;
  Rates before;
  Rates after;
  Rate fixed;                            // share of the words that were wrong before
  Rate broken;                           // share of the words that were right before
  std::size_t better = 0;                // documents with fewer wrong characters after
  std::size_t worse = 0;                 // documents with more
  std::optional<double> share_improved;  // of draws of documents: in how many the character error rate fell
};

// `before`, `fixed`, `better` and so on mean something only where each document had a text before.
Summary summarise(const std::vector<Figures>& documents);

}  // namespace emend::measure
