// From the bytes of somebody's text file to UTF-8, and from UTF-8 to what an older program expects. The second adapter
// of ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emend::text {

struct DecodedText {
  std::string text;      // valid UTF-8 without a byte-order mark, line ends as they were
  std::string encoding;  // IANA name: "UTF-8", "windows-1252", "UTF-16LE", ...
  bool had_bom = false;
  bool is_certain = true;   // false where the encoding is a guess from statistics
  double confidence = 1.0;  // of the guess, 0 to 1
};

// UTF-8 is taken as it is, and stays UTF-8 where a few bytes are broken (they become U+FFFD); otherwise a byte-order
// mark decides, and otherwise statistics over the bytes.
// Errors: kUnreadable for bytes that are no text at all (`subject` names the file).
Result<DecodedText> decode_text(std::string_view bytes, const std::string& subject);

// The same from an encoding that the file itself names, by any name that ICU knows; what has no meaning in it becomes
// U+FFFD. Error: kUnreadable for an unknown name. Safe to call from several threads at once.
Result<std::string> decode_as(std::string_view bytes, const std::string& encoding, const std::string& subject);

// UTF-8 in another encoding, by any name that ICU knows ("ISO8859-1", "KOI8-R"). Nothing where the encoding is unknown
// or lacks one of the characters. Safe to call from several threads at once.
std::optional<std::string> encode_text(std::string_view text, const std::string& encoding);

}  // namespace emend::text
