// The sign that says where words are put in, as typewriters have it and as engines and copyists write it. Pure.
#pragma once

#include <string_view>

namespace emend::text {

constexpr bool is_caret(std::string_view text) { return text == "^" || text == "‸" || text == "∧" || text == "⁁"; }

}  // namespace emend::text
