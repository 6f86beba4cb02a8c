// Where lines of text run, told by the ink alone: letters of one size that stand on one line.
//
// Used to tell text from what else is on a page (handwriting, stamps, stains), to cut lines out for an engine, and to
// find those that an engine missed. Pure functions; the cost is about that of find_letters().
#pragma once

#include <cstddef>
#include <vector>

#include "document/box.h"
#include "image/picture.h"

namespace emend::image {

struct Letters;

struct TextLine {
  document::Box box;         // around its letters, in pixels of the picture
  double baseline_left = 0;  // y of the letters' feet at the left and at the right end of the box
  double baseline_right = 0;
  double height_px = 0;     // the usual height of its small letters, of capitals where there are no others
  double tall_px = 0;       // of its capitals and ascenders; the same where all letters are of one height
  double pitch_px = 0;      // the usual distance from the middle of a piece to that of the next; 0 for a single one
  std::size_t letters = 0;  // pieces of ink
  double order = 0;         // 0 to 1: the share of them that stand on the baseline and have one of the usual heights
  std::vector<document::Box> pieces;  // of ink, from left to right
};

struct TextLines {
  std::vector<TextLine> lines;  // from top to bottom, then left to right
  double letter_height_px = 0;  // of the page, as measure_letter_height() has it
  double tall_px = 0;           // the usual tall_px of its lines
  double pitch_px = 0;          // the usual pitch_px of its lines
  double skew_degrees = 0;      // of the orderly ones; above 0 they fall to the right
};

// Pieces stand in one line that follow each other at the distance of words at most, overlap in height and are of about
// one size (line_chains.h); parts on one baseline are one line, too, and so are line numbers and their rows
// (join_lines.h). What a wider gap parts are two lines. Handwriting makes such lines, too; its `order` is low.
TextLines find_text_lines(const Letters& letters);
TextLines find_text_lines(const Picture& page);

// Whether a line is so orderly that it is hardly anything but type or print.
bool is_orderly(const TextLine& line);

// How regularly the pieces of ink stand on a grid of one pitch, as a typewriter sets them: 1 in the middles of its
// cells. Of orderly lines of 20 pieces and more; 0 where these have too few to tell.
double regularity_of(const TextLines& lines);

}  // namespace emend::image
