// Words that nothing knows, in a text that is full of faults. In a text that is nearly clean they are names.
#pragma once

#include <string_view>

#include "check/finding.h"
#include "check/profile.h"
#include "check/screen.h"

namespace emend::check {

// Whether so many words are in doubt that what nothing knows is hardly a name.
bool is_full_of_faults(const Screened& screened);

// Adds the words where `findings`, which are sorted by place, say nothing; none where the profile does not want them.
// `tools` has a screen.
void add_unknown_words(std::string_view text, const Profile& profile, const Tools& tools, Findings& findings);

}  // namespace emend::check
