// From the bytes of a marked-up file to UTF-8, by what the file says of itself.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace emend::store {

struct DecodedMarkup {
  std::string text;      // valid UTF-8 without a byte-order mark
  std::string encoding;  // as the file names it; "UTF-8" where it names none
  bool had_bom = false;
  bool is_exact = true;    // `text` in `encoding` again is the file, byte for byte
  bool is_certain = true;  // false where it is a guess from the bytes
};

// A byte-order mark decides, then <?xml encoding="..."?> or <meta charset="...">, then UTF-8; bytes that are not UTF-8
// although nothing else is declared are guessed at. Error: kUnreadable (an unknown encoding, no text at all).
Result<DecodedMarkup> decode_markup(std::string_view bytes, const std::string& subject);

// The other way; nothing where the encoding lacks a character. Not exact ones only give something near.
Result<std::string> encode_markup(std::string_view text, const DecodedMarkup& like, const std::string& subject);

}  // namespace emend::store
