// Lines of ink that no word covers, so that nothing is lost unsaid.
//
// Pure functions.
#pragma once

#include <vector>

#include "document/page.h"
#include "image/text_lines.h"
#include "image/transform.h"

namespace emend::ocr {

// The boxes, in pixels of the scan, of orderly lines that are hardly covered by words of the page, whether these are
// read as text or as none. `lines` were found in a picture that `to_scan` leads back from.
std::vector<document::Box> unread_lines(const image::TextLines& lines, const image::Transform& to_scan,
                                        const document::Page& page);

}  // namespace emend::ocr
