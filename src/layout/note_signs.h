// What engines make of the figures of footnote marks, and so how much a reading speaks for a number. Pure.
#pragma once

#include <string>

namespace emend::layout {

// Log-odds, judged on papaoppo and thornton of the open data; 0 where the reading is empty and says nothing.
double reading_fits(const std::string& reading, int number);

}  // namespace emend::layout
