// What was done to the picture of each page before it was read.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "document/document.h"
#include "report/page_pictures.h"

namespace emend::report::html {

// A section, or nothing where there is no scan. `pictures` are by index of the page.
std::string page_records(const document::Document& document, const std::map<std::size_t, PagePictures>& pictures);

}  // namespace emend::report::html
