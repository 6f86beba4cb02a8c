// Chooses among proposals that want the same place.
#pragma once

#include <vector>

#include "edit/edit.h"

namespace emend::correct {

// Sorted edits that do not overlap. Where proposals meet, the one that may be applied automatically wins over one that
// may not; then the more probable one, the one that repairs more, the earlier one, the one whose rule id sorts first.
// Of two that touch and both take a space away only one is taken, lest two words become one. Equal proposals of several rules become one edit with the evidence of all.
std::vector<edit::Edit> arbitrate(std::vector<edit::Edit> proposals);

}  // namespace emend::correct
