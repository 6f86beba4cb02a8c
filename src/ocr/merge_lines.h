// Two readings of one page, line by line: the better line stands, the other one's words stay as further readings.
//
// Pure functions.
#pragma once

#include <cstddef>

#include "document/page.h"

namespace emend::ocr {

// How two models for two kinds of type are weighed. Their confidences are not on one scale, so the kind of type that
// the line has comes first.
struct LineChoice {
  // From so regular letters on (see FixedPitch), a line counts as typed. Lines of fewer letters than this say too
  // little and count as what their page is.
  double typed_regularity = 0.5;
  std::size_t fewest_letters = 20;
  // A typed line goes to the special model unless that is less confident by more than this; any other line goes to the
  // general one unless the special one is more confident by more than this.
  double confidence_margin = 0.12;
};

// Whether `special` (a model for typescript) reads the line better than `general`; `is_typed` is what the line is.
bool is_special_better(const document::Line& general, const document::Line& special, bool is_typed,
                       const LineChoice& choice);

// The page as `general` has it, with lines of `special` in place of those that it reads better. Readings of `general`
// become those of witness 0, readings of `special` of witness 1. Lines belong together, one to one, where they cover
// each other for the most part; a line that the other page lacks stays, one that only `special` has is left out. Words
// that cover each other, one to one, have both readings.
document::Page merged_lines(document::Page general, const document::Page& special, const LineChoice& choice);

}  // namespace emend::ocr
