// Spellings of earlier centuries: no misreadings, and where some stand together, other words are of that time, too.
// Pure.
#pragma once

#include <string_view>
#include <vector>

#include "correct/lattice/change.h"
#include "correct/lattice/form_list.h"
#include "correct/lattice/units.h"
#include "text/span.h"

namespace emend::correct {

// Whether `before` is how earlier centuries may have spelled `after`: "kynge", "olde", "vpon", "publick".
bool is_old_spelling(std::string_view before, std::string_view after);

// Where the text has words that were written so in earlier centuries only: "vnto", "yt", "hath".
std::vector<text::Span> old_words_in(const std::vector<Unit>& units, const FormList& forms);

// Sets is_among_old_spellings of the changes. They and the old words are those of the text in their order.
void mark_old_spellings(std::string_view text, const std::vector<text::Span>& old_words, std::vector<Change>& changes);

}  // namespace emend::correct
