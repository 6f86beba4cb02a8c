// Puts together what chains of letters left in parts: a chain breaks where a letter is broken, faint or hangs on
// another line's.
//
// Pure functions, in the reduced pixels of Letters; `tall_px` is the usual height of capitals.
#pragma once

#include <vector>

#include "image/line_pieces.h"

namespace emend::image {

// Joins lines that are the upper and the lower half of one.
void join_halves(std::vector<PiecedLine>& lines, double tall_px);

// Parts lines that handwriting or long letters tied to others: what lies above or below the room of the others'
// baseline makes chains of its own. `slope` is the page's, above 0 where lines fall to the right.
void part_rows(std::vector<PiecedLine>& lines, double tall_px, double slope);

// Joins lines that stand side by side on one baseline, no farther apart than words.
void join_rows(std::vector<PiecedLine>& lines, double tall_px, double slope);

// Joins the few letters that stand far to the left of rows, one below the other: line numbers, and the Q and A of
// depositions. What stands so beside one row or three is left alone.
void join_margins(std::vector<PiecedLine>& lines, double tall_px, double slope);

}  // namespace emend::image
