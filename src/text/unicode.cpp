#include "text/unicode.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "text/utf8.h"

namespace emend::text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

icu::UnicodeString icu_string(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string utf8_string(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// `form` may be null if `error` says so; the text comes back as it is then.
std::string normalised(std::string_view text, const icu::Normalizer2* form, UErrorCode error) {
  if (U_FAILURE(error)) return std::string(text);
  const icu::UnicodeString changed = form->normalize(icu_string(text), error);
  return U_FAILURE(error) ? std::string(text) : utf8_string(changed);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool is_letter_beyond_ascii(char32_t c) { return u_isalpha(icu(c)) != 0; }
bool is_digit_beyond_ascii(char32_t c) { return u_isdigit(icu(c)) != 0; }
bool is_upper_beyond_ascii(char32_t c) { return u_isupper(icu(c)) != 0; }
bool is_lower_beyond_ascii(char32_t c) { return u_islower(icu(c)) != 0; }
bool is_space_beyond_ascii(char32_t c) { return u_isUWhiteSpace(icu(c)) != 0; }
bool is_punctuation(char32_t c) { return (U_GET_GC_MASK(icu(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0; }
bool is_mark(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0; }
bool is_control(char32_t c) {
  if (c == '\t' || c == '\n') return false;
  return (U_GET_GC_MASK(icu(c)) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0;
}

// Nearly all words are ASCII, and ICU takes ten times as long.
std::string to_lower(std::string_view text) {
  if (!is_ascii(text)) return utf8_string(icu_string(text).toLower(icu::Locale::getRoot()));
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

std::string to_upper(std::string_view text) {
  if (!is_ascii(text)) return utf8_string(icu_string(text).toUpper(icu::Locale::getRoot()));
  std::string upper(text);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  return upper;
}

std::string to_nfc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(error);
  return normalised(text, form, error);
}

std::string to_nfd(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(error);
  return normalised(text, form, error);
}

Casing casing_of(std::string_view word) {
  std::size_t uppers = 0;
  std::size_t lowers = 0;
  bool starts_upper = false;
  for (std::size_t i = 0; i < word.size();) {
    const Decoded decoded = decode_at(word, i);
    if (is_upper(decoded.code_point)) {
      if (uppers + lowers == 0) starts_upper = true;
      ++uppers;
    } else if (is_lower(decoded.code_point)) {
      ++lowers;
    }
    i += decoded.size;
  }
  if (uppers + lowers == 0) return Casing::kNone;
  if (uppers == 0) return Casing::kLower;
  if (uppers == 1 && starts_upper) return Casing::kCapitalised;
  return lowers == 0 ? Casing::kUpper : Casing::kMixed;
}

std::string with_casing(std::string_view word, Casing casing) {
  switch (casing) {
    case Casing::kLower: return to_lower(word);
    case Casing::kUpper: return to_upper(word);
    case Casing::kCapitalised: {
      const Decoded first = decode_at(word, 0);
      return to_upper(word.substr(0, first.size)) + to_lower(word.substr(first.size));
    }
    case Casing::kMixed:
    case Casing::kNone: break;
  }
  return std::string(word);
}

std::string script_of(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu(c), &error);
  return U_FAILURE(error) ? "Zzzz" : uscript_getShortName(script);
}

}  // namespace emend::text
