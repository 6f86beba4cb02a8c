// The grid of cells on which a typewriter set each line of a page.
//
// A typewriter moves its paper by the same distance after every key, so each line is a row of cells of one width: the
// pitch. All lines of a machine have one pitch; where on the paper the first cell is, the phase, is looked for line by
// line, and both may drift along a line, as paper slips and scans are warped. Lines that stand on no grid (print,
// proportional machines, handwriting) have none.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/page.h"
#include "ocr/typewriter/line_frame.h"

namespace emend::ocr {

// Where a character of the best reading stands: indices into Line::words and Reading::characters.
struct CharacterPlace {
  std::size_t word = 0;
  std::size_t character = 0;
};

struct GridCell {
  double middle_px = 0;              // along the baseline
  std::vector<CharacterPlace> read;  // what the engine read in it: usually one character, or none
};

struct LineGrid {
  LineFrame frame;
  double pitch_px = 0;
  double phase_px = 0;
  double regularity = 0;        // see Pitch
  std::size_t letters = 0;      // that the engine read in the line
  std::size_t letters_fit = 0;  // of them, alone in their cell and near its middle
  std::vector<GridCell> cells;  // side by side, with two empty ones before the first letter and after the last
};

struct PageGrid {
  double pitch_px = 0;         // the usual one; 0 where the page has none
  double share_that_fits = 0;  // of the letters in lines that stand on the grid
  std::size_t letters = 0;
  std::vector<std::optional<LineGrid>> lines;  // in reading order, as document::lines_of
};

PageGrid page_grid_of(const document::Page& page);

}  // namespace emend::ocr
