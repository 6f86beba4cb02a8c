// One page of a scan, from its file to words in pixels of the scan: load, measure, clean, read.
//
// Safe to use from several threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "base/problem.h"
#include "document/page.h"
#include "image/scan_source.h"
#include "ocr/typewriter/typewriter.h"
#include "pipeline/run_control.h"
#include "pipeline/workshop.h"

namespace emend::pipeline {

// What became of one page.
struct PageOutcome {
  std::optional<document::Page> page;
  ocr::PageCells cells;  // for the typewriter, which is learned from all pages
  Problems problems;
};

// `index` is that of the page in the source, from 0; `intermediates` as in read_scan().
PageOutcome read_scan_page(const image::ScanSource& source, std::size_t index, Workshop& workshop,
                           const RunControl& control, const std::filesystem::path& intermediates);

}  // namespace emend::pipeline
