// What Unicode says of characters. Pure; the adapter of ICU (with encoding.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace emend::text {

// What is not ASCII is asked of ICU.
bool is_letter_beyond_ascii(char32_t c);
bool is_digit_beyond_ascii(char32_t c);
bool is_upper_beyond_ascii(char32_t c);
bool is_lower_beyond_ascii(char32_t c);
bool is_space_beyond_ascii(char32_t c);

inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : is_letter_beyond_ascii(c);
}
// Decimal digits of any script.
inline bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : is_digit_beyond_ascii(c); }
inline bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_beyond_ascii(c); }
inline bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : is_lower_beyond_ascii(c); }
// Any white space, line breaks among them.
inline bool is_space(char32_t c) { return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : is_space_beyond_ascii(c); }
bool is_punctuation(char32_t c);  // general categories P and S
bool is_mark(char32_t c);         // combining marks
bool is_control(char32_t c);      // C0, C1 and format characters, except tab and line feed

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
// Canonical composition (UAX #15).
std::string to_nfc(std::string_view text);
// Canonical decomposition (UAX #15): letters and their accents apart.
std::string to_nfd(std::string_view text);

// How a word is cased. kNone where it has no cased letter.
enum class Casing : std::uint8_t { kNone, kLower, kCapitalised, kUpper, kMixed };
Casing casing_of(std::string_view word);

// with_casing("tho", Casing::kCapitalised) is "Tho". Mixed and none leave the word alone.
std::string with_casing(std::string_view word, Casing casing);

// The ISO 15924 code of the character's script ("Latn", "Cyrl", "Zyyy" for common ones).
std::string script_of(char32_t c);

}  // namespace emend::text
