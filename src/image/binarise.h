// Grey to black and white. Not a cleaning step but a second way to look at a page: engines read grey well, but see
// some faint or spotted words only in black and white.
#pragma once

#include "image/picture.h"

namespace emend::image {

// Sauvola's threshold: a pixel is ink when it is darker than m (1 + k (s / 128 - 1)), with m and s the mean and the
// standard deviation in a window around it (J. Sauvola, M. Pietikäinen: Adaptive document image binarization, Pattern
// Recognition 33, 2000). `window_px` is made odd and at least 3. The result holds 0 and 255 only.
// Cost: a few operations a pixel whatever the window, and four numbers a column.
Picture binarised(const Picture& picture, int window_px);

// The window that suits the page: a few of its letters.
int binarisation_window_px(const Picture& picture);

}  // namespace emend::image
