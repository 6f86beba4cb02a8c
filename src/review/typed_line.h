// Lines that a person types, and the text that is meant by them.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace emend::review {

// More than anybody types; the rest of a longer line is thrown away.
inline constexpr std::size_t kLongestTypedLine = 4096;

// Without its line end; nothing where the input has ended.
std::optional<std::string> typed_line(std::istream& in);

// Texts are shown with \n for a line feed, \t for a tab and \\ for a backslash, and typed in the same way; a lone "\-"
// means no text at all. Nothing for other backslashes, control characters and bytes that are not UTF-8.
std::optional<std::string> meant_text(std::string_view typed);

}  // namespace emend::review
