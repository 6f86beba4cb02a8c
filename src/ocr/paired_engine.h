// Two engines as one: a general one, and a special one (a model for typescript) for pages on which it may be better;
// the lines are merged by evidence (merge_lines.h). Where the ink itself stands on a grid the special one reads first,
// and the general one lines in doubt; elsewhere the general one reads first, and the special one where its page looks
// typed.
#pragma once

#include <memory>

#include "ocr/engine.h"
#include "ocr/merge_lines.h"

namespace emend::ocr {

// Readings name witness 0 (general) or 1 (special). Where the special engine fails, the page of the general one stands.
// Costs a second pass on typed pages that are in doubt or whose letters touch, little on others.
std::unique_ptr<Engine> paired_engine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special,
                                      const LineChoice& choice);

}  // namespace emend::ocr
