// Which way up a page of Roman letters lies, by their ascenders and descenders. The adapter to Leptonica.
#pragma once

#include "image/picture.h"

namespace emend::image {

// In standard deviations of a count by chance: above 0 for yes, below for the opposite, near 0 for no opinion.
struct AscenderVote {
  double upright = 0;      // the lines lie and stand upright; below 0: they stand on their head
  double turned_left = 0;  // the page was turned to the left by a quarter; below 0: to the right
};

// `ink` is grey, black where letters are, with small letters of 8 to 30 pixels. Thread-safe.
AscenderVote vote_by_ascenders(const Picture& ink);

}  // namespace emend::image
