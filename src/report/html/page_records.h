// What was done to the picture of each page before it was read.
#pragma once

#include <string>

#include "document/document.h"

namespace emend::report::html {

// A section, or nothing where there is no scan.
std::string page_records(const document::Document& document);

}  // namespace emend::report::html
