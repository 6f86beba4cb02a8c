// How a decision finds its edit again when lines have moved: by content, not by position.
//
// The key covers what is replaced, what replaces it, the words around it, and the how-manieth of equal places it is.
// Neither the rule nor its wording takes part, so a renamed rule or a reworded message loses nobody's decisions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edit.h"

namespace emend::edit {

// One key per edit, in their order; `edits` are sorted by span. 16 hexadecimal digits each, unique within the call.
std::vector<std::string> anchor_keys(std::string_view raw_text, const std::vector<Edit>& edits);

}  // namespace emend::edit
