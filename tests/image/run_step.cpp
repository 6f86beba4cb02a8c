#include "image/run_step.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace emend::image::testing {

StepResult run(std::string_view id, const Picture& page) {
  for (const auto& step : all_steps())
    if (step->info().id == id) return step->run(page);
  ADD_FAILURE() << "there is no step " << id;
  return {};
}

double distance(const Picture& a, const Picture& b, int down) {
  double sum = 0, count = 0;
  for (int y = 0; y < b.height_px(); ++y) {
    if (y + down < 0 || y + down >= a.height_px()) continue;
    for (int x = 0; x < std::min(a.width_px(), b.width_px()); ++x, ++count)
      sum += std::abs(a.row(y + down)[x] - b.row(y)[x]);
  }
  return count > 0 ? sum / count : 0;
}

}  // namespace emend::image::testing
