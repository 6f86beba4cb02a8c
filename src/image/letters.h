// What on a page looks like letters, and how large they are. The measurement behind most steps.
//
// Works on a reduced picture, so that its cost hardly depends on the resolution: about 30 ms for any page.
// Pure functions.
#pragma once

#include <vector>

#include "image/opencv_view.h"

namespace emend::image {

struct Letters {
  cv::Mat ink;                  // 255 where a letter-like piece of ink is, in the reduced picture
  double reduction = 1;         // pixels of the picture for one of the reduced picture; 1, 2, 4, ...
  std::vector<cv::Rect> boxes;  // in the reduced picture, one for each letter-like piece of ink
};

// Ink is what is clearly darker than its surroundings; letter-like is what has the size and shape of one to a few
// letters. Specks, rules, stamps, frames and dark borders are left out.
Letters find_letters(const Picture& page);

struct LetterHeight {
  double x_height_px = 0;  // of the small letters, in pixels of the picture; 0 where no height stands out
  double confidence = 0;   // 0 to 1: how many pieces of ink there are, and how well they agree on the height
};

// The height of most pieces of ink. Where capitals prevail it is theirs, so it is never too small by much.
LetterHeight measure_letter_height(const Letters& letters);

}  // namespace emend::image
