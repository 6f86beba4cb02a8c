// Sets pages from plain lines, as a printer would, with the ink that hangs above them; for tests of what is read from
// the lie of the lines. The notation is told in cases/README.md.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "layout/page_layout.h"
#include "layout/page_series.h"

namespace emend::correct::structure_test {

struct SetPage {
  document::Document document;  // of this one page
  std::vector<layout::PageLayout> layouts;
  layout::SeriesPage in_series;
};

// `number` is the one in the file's name.
SetPage typeset(const std::vector<std::string>& lines, int number);

}  // namespace emend::correct::structure_test
