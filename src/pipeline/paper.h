// The pages of a document as they lie on the paper: lines, words and what hangs above them.
#pragma once

#include <vector>

#include "layout/page_layout.h"
#include "pipeline/load_document.h"

namespace emend::pipeline {

// Looks at the pixels of a scan for raised figures; where a page cannot be loaded, its words must do. Threads: any;
// the scan is read page by page.
std::vector<layout::PageLayout> paper_layouts(const Loaded& loaded);

}  // namespace emend::pipeline
