// The names that XML and HTML 4 have for characters: "amp", "eacute", "mdash".
#pragma once

#include <string_view>

namespace emend::store {

// The character; 0 where the name is not known. Pure.
char32_t html_entity(std::string_view name);

}  // namespace emend::store
