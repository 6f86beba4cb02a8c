// Two engines as one: the general one reads every page, the special one (a model for typescript) those on which it may
// be better, and the lines are merged by evidence (merge_lines.h).
#pragma once

#include <memory>

#include "ocr/engine.h"
#include "ocr/merge_lines.h"

namespace emend::ocr {

// Readings name witness 0 (general) or 1 (special). Where the special engine fails, the page of the general one stands.
// Costs a second pass on typed pages, nothing on others.
std::unique_ptr<Engine> paired_engine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special,
                                      const LineChoice& choice);

}  // namespace emend::ocr
