// One input, from the first page to the raw text.
#pragma once

#include <string>
#include <vector>

#include "document/page.h"
#include "document/raw_text.h"

namespace emend::document {

// One pass of one engine over one variant of the picture; readings name theirs.
struct Witness {
  std::string engine;            // "tesseract 5.3.0", "recorded"
  std::string model;             // "eng"
  std::string variant;           // which picture it was given: "plain", "binarised"
  bool tells_confidence = true;  // false: the confidences of its readings mean nothing
};

enum class SourceKind { kScan, kText };

struct Document {
  std::string name;         // the input's file name without folder
  std::string source_path;  // as the user gave it
  std::string source_hash;  // content_hash of the input's bytes
  SourceKind kind = SourceKind::kText;
  std::string encoding;   // of a text input: IANA name; empty for scans
  std::string languages;  // as Tesseract names them: "eng", "eng+fra"
  std::vector<Witness> witnesses;
  std::vector<Page> pages;  // empty for text
  RawText raw;
};

// What stands at a place of the document's raw text.
inline const Line& line_at(const Document& document, const WordPlace& place) {
  return document.pages[place.page].blocks[place.block].paragraphs[place.paragraph].lines[place.line];
}
inline const Word& word_at(const Document& document, const WordPlace& place) {
  return line_at(document, place).words[place.word];
}

}  // namespace emend::document
