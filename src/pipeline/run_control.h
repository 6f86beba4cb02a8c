// How a run is watched and stopped; changes no result.
#pragma once

#include <cstddef>

#include "base/progress.h"
#include "base/stop.h"
#include "base/timings.h"

namespace emend::pipeline {

struct RunControl {
  Progress& progress;
  const StopFlag& stop;
  Timings* timings = nullptr;  // null: not measured
  std::size_t page_jobs = 1;   // threads for the pages of one document
};

}  // namespace emend::pipeline
