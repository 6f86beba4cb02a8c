// UTF-8 in and out of code points. Pure functions; none of them fails: broken bytes read as U+FFFD.
//
// The Unicode Standard, chapter 3.9, tables 3-6 and 3-7.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emend::text {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One code point and how many bytes it takes. Bytes that are not UTF-8 give U+FFFD and size 1.
struct Decoded {
  char32_t code_point = 0;
  std::size_t size = 0;
};

// The same for what is not ASCII, and behind the end.
Decoded decode_beyond_ascii_at(std::string_view text, std::size_t offset);
// The code point at `offset`; size 0 at or behind the end. Inline, as nearly every byte of a text goes through here.
inline Decoded decode_at(std::string_view text, std::size_t offset) {
  if (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80)
    return {static_cast<unsigned char>(text[offset]), 1};
  return decode_beyond_ascii_at(text, offset);
}
// The code point that ends at `offset`; size 0 at the start.
Decoded decode_before(std::string_view text, std::size_t offset);

bool is_valid_utf8(std::string_view text);
// Whether `offset` is between two code points of valid UTF-8 (both ends of the text are).
bool is_code_point_border(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);
std::string to_utf8(std::u32string_view code_points);
std::u32string to_code_points(std::string_view text);
std::size_t count_code_points(std::string_view text);

// The text with every byte that is not UTF-8 replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

}  // namespace emend::text
