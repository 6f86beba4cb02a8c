// A change as emend explain tells it: what it was chosen from, what the sources say, why it won.
#pragma once

#include <string>

#include "edit/edit.h"

namespace emend::cli {

// A line for each candidate with its probability and, a column each, what the sources say of it; the winner is marked.
// Two spaces before each line. Empty where there are no candidates.
std::string candidate_table(const edit::Edit& edit);

}  // namespace emend::cli
