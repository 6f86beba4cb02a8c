// A line of text and the pieces of ink that it was found by. Pure functions, in the reduced pixels of Letters.
#pragma once

#include <optional>
#include <vector>

#include "image/opencv_view.h"
#include "image/text_lines.h"

namespace emend::image {

using Pieces = std::vector<cv::Rect>;  // from left to right

struct PiecedLine {
  Pieces pieces;
  TextLine line;  // without its pieces
};

// Of one piece and more. `slope`: of the baseline; otherwise the feet tell it, a few of them badly.
TextLine line_of(const Pieces& pieces, std::optional<double> slope = std::nullopt);

}  // namespace emend::image
