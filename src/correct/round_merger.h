// Between two rounds of correction: edits found on a repaired text become edits of the raw text.
//
// `earlier` are the edits of the raw text that were applied, `repaired` is what they made of it, with `applied` in
// their order, and `found` are sorted edits of `repaired.text`. Neither list has overlaps. Pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "edit/apply.h"
#include "edit/edit.h"

namespace emend::correct {

// All edits of both lists as sorted edits of the raw text. Where they overlap, or one is empty at the border of
// another, they become one, told under the rule of the first, with the reasons and the evidence of all and the product
// of their probabilities; where they undo each other nothing is left. Applied to the raw text they give what `found`
// gives of the repaired text.
std::vector<edit::Edit> merge_round(std::string_view raw_text, const edit::CleanText& repaired,
                                    const std::vector<edit::Edit>& earlier, const std::vector<edit::Edit>& found);

// Only those of `found` that meet no earlier edit in this way, as edits of the raw text: for what is proposed and not
// applied.
std::vector<edit::Edit> untouched_in_round(std::string_view raw_text, const edit::CleanText& repaired,
                                           const std::vector<edit::Edit>& earlier,
                                           const std::vector<edit::Edit>& found);

}  // namespace emend::correct
