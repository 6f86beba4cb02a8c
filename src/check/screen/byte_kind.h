// What a byte of a text is for the look at its words and marks: one load from a table a byte.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace emend::check {

enum class ByteKind : unsigned char { kOther, kLetter, kInner, kSpace, kBreak, kMark, kDigit, kHigh, kOdd };

inline constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (int c = 0; c < 256; ++c) {
    ByteKind kind = ByteKind::kOther;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kind = ByteKind::kLetter;
    if (c >= '0' && c <= '9') kind = ByteKind::kDigit;
    if (c == '\'' || c == '-') kind = ByteKind::kInner;
    if (c == ' ') kind = ByteKind::kSpace;
    if (c == '\n') kind = ByteKind::kBreak;
    if (c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?') kind = ByteKind::kMark;
    if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7F || c == '|') kind = ByteKind::kOdd;
    if (c >= 0x80) kind = ByteKind::kHigh;
    kinds[static_cast<std::size_t>(c)] = kind;
  }
  return kinds;
}();

inline ByteKind kind_of(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }
inline bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }

// Beyond its ends a text has line breaks.
inline char byte_at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\n'; }
inline char byte_before(std::string_view text, std::size_t i) { return i > 0 ? text[i - 1] : '\n'; }

// ASCII only.
inline std::string lowered(std::string_view word) {
  std::string form(word);
  for (char& c : form)
    if (is_upper_ascii(c)) c = static_cast<char>(c + 32);
  return form;
}

}  // namespace emend::check
