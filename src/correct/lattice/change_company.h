// What the other changes of a text say of one: misreadings come in heaps, and an engine makes the same ones again.
//
// Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "correct/lattice/change.h"

namespace emend::correct {

// Each form of the text that is changed, once, in the order in which they come. What stands in a text again and again
// is one witness: an abbreviation, a name, a refrain.
std::vector<Misreading> misreadings_of(std::string_view text, const std::vector<Change>& changes);

// The share of a text's words that are plainly misread, but for one slip that any text may have.
double misread_share(const FirstLook& look);

// Fills in Change::company of all changes of a text of so many words. They are in its order. `repaired` are what was
// misread in the text before some of it was repaired: it is as bad a text as it was.
void judge_company(std::string_view text, std::size_t words, const std::vector<Misreading>& repaired,
                   std::vector<Change>& changes);

}  // namespace emend::correct
