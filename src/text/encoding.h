// From the bytes of somebody's text file to UTF-8. The second adapter of ICU.
#pragma once

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

// UTF-8 is taken as it is; otherwise a byte-order mark decides, and otherwise statistics over the bytes.
// Errors: kUnreadable for bytes that are no text at all (`subject` names the file).
Result<DecodedText> decode_text(std::string_view bytes, const std::string& subject);

}  // namespace emend::text
