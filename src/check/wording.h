// A finding in words; the same in every format that has one message.
#pragma once

#include <string>

#include "check/finding.h"

namespace emend::check {

// "'tho' -> 'the': it fits its sentence better". Safe to show: nothing in it moves a cursor.
std::string message_of(const Finding& finding);

// "safe fix", "proposed fix", or nothing where there is none.
std::string_view fix_words(const Finding& finding);

// How wide a character is on a terminal: 0, 1 or 2 columns.
int width_of(char32_t c);

// A name as a relative reference of RFC 3986, or as file: where it is absolute.
std::string uri_of(std::string_view name);

}  // namespace emend::check
