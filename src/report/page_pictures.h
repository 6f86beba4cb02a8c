// Each page as it was scanned and as it was read, small enough for a report that is one file.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "base/result.h"
#include "document/document.h"
#include "image/picture.h"

namespace emend::report {

// Two pictures of about 40 KiB each; more pages are left out, those read best first.
inline constexpr std::size_t kMostPagePictures = 24;

struct PagePictures {
  std::string before_jpeg;
  std::string after_jpeg;  // empty where no step changed the page
};

// By index into Document::pages. Pages are cleaned again by the steps that were applied, which gives the same picture
// as the engine was given; a page whose scan cannot be loaded is left out. `load_scan` may be empty.
std::map<std::size_t, PagePictures> make_page_pictures(
    const document::Document& document, const std::function<Result<image::Picture>(std::size_t page)>& load_scan);

}  // namespace emend::report
