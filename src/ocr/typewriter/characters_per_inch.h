// How many characters a machine types on an inch: 10 (pica), 12 (elite) or 15.
//
// Pure functions.
#pragma once

#include "ocr/typewriter/page_grid.h"

namespace emend::ocr {

// From the scan's resolution where that gives one of the three; otherwise from the distance of lines, which machines
// advance by whole and half sixths of an inch, so that no resolution is needed. 0 where neither tells. With lines one
// and a half apart, 10 and 15 to the inch look alike: then it is 10.
double characters_per_inch(const PageGrid& grid, int resolution_dpi);

}  // namespace emend::ocr
