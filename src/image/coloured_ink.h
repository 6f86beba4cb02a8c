// Ink of another colour than black on a page: stamps, pencils, red ribbons.
//
// Used to measure the damage and by the step "stamp". Pure functions.
#pragma once

#include "image/opencv_view.h"

namespace emend::image {

struct ColouredInk {
  cv::Mat mask;      // 255 where ink is coloured, of the size that was given
  cv::Mat ink;       // 255 where there is ink of any colour
  double share = 0;  // of the ink that is coloured, 0 to 1; 0 on grey pages
};

// Of pixels with three channels. Colours are seen as they would be on white paper: yellowed paper and a scanner's tint
// count for nothing, and neither do the coloured fringes of letters.
ColouredInk find_coloured_ink(const cv::Mat& colours);

}  // namespace emend::image
