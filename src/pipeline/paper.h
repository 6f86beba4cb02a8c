// The pages of a document as they lie on the paper: lines, words, what hangs above them and what runs below.
#pragma once

#include <vector>

#include "layout/page_layout.h"
#include "pipeline/load_document.h"

namespace emend::pipeline {

// Looks at the pixels of a scan for raised figures; where a page cannot be loaded, its words must do. What the paper
// says of words that is no part of their text is kept in the document: which are underlined, and which were put in
// between two lines. Threads: any; the scan is read page by page.
std::vector<layout::PageLayout> paper_layouts(Loaded& loaded);

}  // namespace emend::pipeline
