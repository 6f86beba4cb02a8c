// The nearest of some names, for "did you mean".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/distance.h"
#include "text/utf8.h"

namespace emend::text {

// `names` is not empty. A name that only begins so is as near as one with a letter wrong.
inline std::string nearest(std::string_view wanted, const std::vector<std::string>& names) {
  const std::u32string wanted_letters = to_code_points(wanted.substr(0, 200));
  const auto distance = [&](const std::string& name) {
    const std::u32string letters = to_code_points(name);
    const std::size_t whole = edit_distance(wanted_letters, letters);
    if (letters.size() <= wanted_letters.size()) return whole;
    return std::min(whole, 1 + edit_distance(wanted_letters, letters.substr(0, wanted_letters.size())));
  };
  return *std::min_element(names.begin(), names.end(),
                           [&](const std::string& a, const std::string& b) { return distance(a) < distance(b); });
}

}  // namespace emend::text
