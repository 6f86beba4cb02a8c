// Lines for training an engine, cut from pages whose text is known: the library behind `emend train lines`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "base/stop.h"

namespace emend::train {

struct LineOptions {
  std::uint64_t seed = 1;
  int variants = 1;              // how often each page is cut, each time with another wear
  double mild_share = 0.25;      // of the variants in which a line is left nearly as it is
  double clean_share = 0.3;      // of the variants that are cut from the page as our own cleaning leaves it
  bool snaps_baselines = false;  // the base lines were drawn by people: look for them in the ink
  std::filesystem::path folder;
  std::size_t jobs = 1;
};

struct LineSummary {
  std::size_t sheets = 0;
  std::size_t lines = 0;
};

// For every picture NAME.png with NAME.baselines.tsv beside it and every variant: NAME-v1.png and NAME-v1.box. The same
// pages, options and libraries give the same bytes for any number of jobs. Only cleaning that leaves every pixel in its
// place is used. Errors: those of open_scan and read_baselines, kUsage (two pages of one name), kUnwritable,
// kInterrupted.
Result<LineSummary> write_lines(const std::vector<std::filesystem::path>& pages, const LineOptions& options,
                                Progress& progress, const StopFlag& stop);

}  // namespace emend::train
