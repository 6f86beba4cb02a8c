// The text of a marked-up file as words, with where each of them stands in the file.
//
// References are resolved: &amp; and its four sisters, &#233; and &#xE9;, and the names that HTML 4 has for letters and
// signs (hOCR is HTML). One that is not known stays as it is written. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::store {

// A word of a marked-up text.
struct MarkupWord {
  std::string text;          // valid UTF-8 without white space and control characters; never empty
  text::Span source;         // from its first to its last byte in the file
  bool is_unbroken = true;   // no tag stands inside it
  bool is_verbatim = false;  // the file has the text byte for byte: no reference stands for a character of it
  bool is_literal = false;   // it stands in CDATA, where references mean nothing
};

// Several pieces that follow each other without a gap in the text, as those around a tag: pre<b>fix</b>.
class MarkupText {
 public:
  // `is_verbatim`: "&" stands for itself, as in CDATA.
  void add(std::string_view source, text::Span piece, bool is_verbatim = false);
  // A gap between words that no white space of the file tells.
  void add_gap();

  std::vector<MarkupWord> words() const;

 private:
  struct Character {
    std::string text;
    text::Span source;
    bool is_literal = false;
  };
  std::vector<Character> characters_;  // one for each code point; white space has an empty text
};

// The same without places.
std::string resolved_markup(std::string_view source);

// `text` so that it can stand in element content, or in an attribute value between two of `quote`.
std::string as_markup(std::string_view text, char quote = 0);

}  // namespace emend::store
