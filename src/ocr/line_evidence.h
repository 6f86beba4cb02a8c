// How well a line was read, by what the engine itself tells: no text is compared and no dictionary of ours is asked.
//
// Pure functions.
#pragma once

#include <cstddef>

#include "document/page.h"

namespace emend::ocr {

struct LineEvidence {
  std::size_t characters = 0;
  double confidence = 0;        // of the words, each weighed by its length; 0 to 1
  double dictionary_share = 0;  // of the characters in words that have letters: those in words that the engine knows
};

LineEvidence evidence_of(const document::Line& line);

// How far the letters stand on a grid, as a typewriter sets them.
struct FixedPitch {
  double pitch_px = 0;    // from cell to cell; 0 where too few letters were read
  double regularity = 0;  // 1: every letter in the middle of a cell; letters set anywhere come to about 1.5 / sqrt(n)
  std::size_t letters = 0;
};

// Of one line. The pitch is the one that puts the letters' middles on a grid best (the strongest line of their
// periodogram), so blanks and lost letters do no harm. Of a page: the means over its lines, each held to its own pitch
// and weighed by its letters; lines of fewer than 8 letters are left out.
FixedPitch fixed_pitch_of(const document::Line& line);
FixedPitch fixed_pitch_of(const document::Page& page);

}  // namespace emend::ocr
