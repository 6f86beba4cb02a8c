// Text without the blanks at its ends. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace emend::text {

inline constexpr std::string_view kBlanksOfALine = " \t\r";

inline std::string_view trimmed(std::string_view text, std::string_view blanks = kBlanksOfALine) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace emend::text
