// The difference between raw and clean text as GNU patch and people read it.
//
// The applied edits say where the texts differ, so the cost grows with the text and not with the number of changes.
#pragma once

#include <string>
#include <string_view>

#include "edit/apply.h"

namespace emend::report {

struct DiffNames {
  std::string from;
  std::string to;
};

// Unified format with three lines of context, after the description in the GNU diffutils manual; no dates.
// `patch --binary` makes the clean text of the raw text, byte for byte. Empty where both are the same.
std::string unified_diff(std::string_view raw, const edit::CleanText& clean, const DiffNames& names);

}  // namespace emend::report
