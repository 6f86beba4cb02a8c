// Grey to black and white. Not a cleaning step but a second way to look at a page: engines read grey well, but see
// some faint or spotted words only in black and white.
#pragma once

#include <span>
#include <string_view>

#include "image/picture.h"

namespace emend::image {

// A pixel is ink when it is darker than a threshold that m and s make, the mean and the standard deviation in a window
// around it. `window_px` is made odd and at least 3. The results hold 0 and 255 only.
// Cost: a few operations a pixel whatever the window, and four numbers a column.

// Sauvola's: m (1 + k (s / 128 - 1)) (J. Sauvola, M. Pietikäinen: Adaptive document image binarization, Pattern
// Recognition 33, 2000). Expects paper to be light, so of dark or faint pages it loses strokes.
Picture binarised(const Picture& picture, int window_px);

// Wolf's: m - k (1 - s / S) (m - M), with S the largest deviation and M the darkest level of the page (C. Wolf, J.-M.
// Jolion: Extraction and recognition of artificial text in multimedia documents, Pattern Analysis and Applications 6,
// 2004). It takes the measure of the page's own contrast. M is the level of the darkest thousandth here, and S that of
// the most uneven thousandth, since one black speck would else set both.
Picture wolf_binarised(const Picture& picture, int window_px);

struct Binarisation {
  std::string_view name;
  Picture (*binarised)(const Picture& picture, int window_px);
};

// All of them, the usual one first.
std::span<const Binarisation> binarisations();

// The window that suits the page: a few of its letters.
int binarisation_window_px(const Picture& picture);

}  // namespace emend::image
