// Spellings of earlier centuries: no misreadings, and where some stand together, other words are of that time, too.
// Pure.
#pragma once

#include <string_view>
#include <vector>

#include "correct/lattice/change.h"

namespace emend::correct {

// Whether `before` is how earlier centuries may have spelled `after`: "kynge", "olde", "vpon", "publick".
bool is_old_spelling(std::string_view before, std::string_view after);

// Sets is_among_old_spellings of the changes, which are those of the text in their order.
void mark_old_spellings(std::string_view text, std::vector<Change>& changes);

}  // namespace emend::correct
