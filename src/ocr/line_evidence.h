// How well a line was read, by what the engine itself tells: no text is compared and no dictionary of ours is asked.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <vector>

#include "document/page.h"

namespace emend::ocr {

struct LineEvidence {
  std::size_t characters = 0;
  double confidence = 0;        // of the words, each weighed by its length; 0 to 1
  double dictionary_share = 0;  // of the characters in words that have letters: those in words that the engine knows
};

LineEvidence evidence_of(const document::Line& line);
LineEvidence evidence_of(const document::Page& page);  // the mean of its lines, weighed by their characters

// How far the letters stand on a grid, as a typewriter sets them.
struct FixedPitch {
  double pitch_px = 0;    // from cell to cell; 0 where too few letters were read
  double regularity = 0;  // 1: every letter in the middle of a cell
  std::size_t letters = 0;
};

// Of one line: the pitch that puts the letters' middles on a grid best (the strongest line of their periodogram), so
// blanks and lost letters do no harm. Needs 8 letters; print comes to 0.4 with 40 of them, to more with fewer.
// Of a page: the means over its lines of 20 letters and more, weighed by their letters, with pitches near the page's
// usual one. Measured: print 0.30 to 0.41, typescript 0.44 (crumpled and coarse) to 0.95.
FixedPitch fixed_pitch_of(const document::Line& line);
FixedPitch fixed_pitch_of(const document::Page& page);
FixedPitch fixed_pitch_of(const std::vector<document::Line>& lines);

// How well the letters of a line stand on a grid of this pitch: 1 in the middles of its cells, around 0 where they
// stand anywhere, however few they are. 0 for a single letter.
double grid_fit(const document::Line& line, double pitch_px);

}  // namespace emend::ocr
