// Connected ink: pixels that touch each other at a side or a corner, as runs along the rows.
//
// A page is mostly paper, so runs are a fraction of its pixels; looking at them instead of a picture of labels makes
// this several times as quick as OpenCV's components. Pure function, for masks of 8 bits in which ink is not 0.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "image/opencv_view.h"

namespace emend::image {

// Neighbouring pixels of ink in one row, the last one left out.
struct InkRun {
  int y = 0;
  int begin = 0;
  int end = 0;
  std::size_t piece = 0;
};

struct InkPiece {
  cv::Rect box;
  int area = 0;  // in pixels
};

struct InkPieces {
  std::vector<InkPiece> pieces;  // by their first pixels, from top to bottom, then from left to right
  std::vector<InkRun> runs;      // in the same order
};

// Cost: one look at each pixel, and a little for each run.
InkPieces find_ink_pieces(const cv::Mat& ink);

// Sets the pixels of the pieces for which `is_wanted(index)` to 255, in a mask of the ink's size.
template <typename IsWanted>
void paint_pieces(const InkPieces& found, IsWanted&& is_wanted, cv::Mat& mask) {
  for (const InkRun& run : found.runs)
    if (is_wanted(run.piece)) std::fill(mask.ptr(run.y) + run.begin, mask.ptr(run.y) + run.end, std::uint8_t{255});
}

}  // namespace emend::image
