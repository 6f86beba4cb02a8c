// What the other changes of a text say of one: misreadings come in heaps, and an engine makes the same ones again.
//
// Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "correct/lattice/change.h"

namespace emend::correct {

// Fills in Change::company of all changes of a text of so many words. They are in its order.
void judge_company(std::string_view text, std::size_t words, std::vector<Change>& changes);

}  // namespace emend::correct
