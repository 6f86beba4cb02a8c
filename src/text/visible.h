// Text from a document, made safe to show to a person.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emend::text {

// For a terminal: control and format characters (escape sequences, bidirectional overrides) become visible:
// line feed and tab as \n and \t, the others as \x1b or \u202e. Longer texts are cut in the middle, with "…".
std::string visible(std::string_view text, std::size_t limit_code_points = 200);

// For HTML text and attribute values: & < > " ' as entities; control characters become visible as above,
// line feeds stay.
std::string html_escaped(std::string_view text);

}  // namespace emend::text
