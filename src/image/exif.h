// The few fields of an EXIF block that matter to a page: how it lies and its resolution.
//
// EXIF is a small TIFF directory (CIPA DC-008, 4.5 and 4.6). Reads its own bytes and trusts none of them.
#pragma once

#include <string_view>

namespace emend::image {

struct ExifFields {
  int orientation = 1;  // 1 to 8
  double x_dpi = 0;     // 0 where it is not given
  double y_dpi = 0;
};

// `block` begins at the byte-order mark ("II" or "MM"). A damaged block gives what could be read.
ExifFields read_exif(std::string_view block);

}  // namespace emend::image
