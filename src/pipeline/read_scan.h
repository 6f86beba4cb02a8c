// From the pages of a scan to pages of words: load, clean, read, and the way back to the scan.
#pragma once

#include <filesystem>

#include "base/problem.h"
#include "base/result.h"
#include "document/document.h"
#include "image/scan_source.h"
#include "pipeline/run_control.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::pipeline {

struct ReadPages {
  std::vector<document::Page> pages;         // those that could be read, in order
  std::vector<std::size_t> indices;          // of each in the source, from 0
  std::vector<document::Witness> witnesses;  // the engine that read them, one for each of its models
  Problems problems;                         // pages that failed, and notes about the others
};

// Pages run side by side on control.page_jobs threads. A page that fails costs only itself.
// `intermediates` is where pictures of every step go; empty: nowhere. Error: kInterrupted.
Result<ReadPages> read_scan(const image::ScanSource& source, const Settings& settings, Workshop& workshop,
                            const RunControl& control, const std::filesystem::path& intermediates);

}  // namespace emend::pipeline
