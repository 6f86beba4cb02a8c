#include "correct/lattice/search_beam.h"

namespace emend::correct {

void SearchBeam::start(std::size_t bytes, std::size_t width, float most_cost) {
  width_ = width;
  if (slots_.empty()) slots_.resize(kSlots);
  ++stamp_;
  states_.clear();
  for (std::size_t i = 0; i <= bytes; ++i) {
    Column& column = columns_[i];
    column.states.clear();
    column.counts.fill(0);
    column.total = 0;
    column.last_bin = column.counts.size() - 1;
    column.best = column.limit = most_cost;
  }
}

}  // namespace emend::correct
