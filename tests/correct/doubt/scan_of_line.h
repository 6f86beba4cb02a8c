// A scan of one line, each word as sure as said, each letter as sure as the word.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"

namespace emend::correct {

inline document::Document scan_of_line(const std::vector<std::pair<std::string, float>>& words) {
  document::Document document;
  document.kind = document::SourceKind::kScan;
  document::Line line;
  for (const auto& [text, confidence] : words) {
    document::Reading reading;
    reading.text = text;
    reading.confidence = confidence;
    for (const char c : text) {
      document::CharacterReading letter;
      letter.text = std::string(1, c);
      letter.confidence = confidence;
      reading.characters.push_back(letter);
    }
    line.words.emplace_back().readings.push_back(reading);
  }
  document.pages.emplace_back().blocks.emplace_back().paragraphs.emplace_back().lines.push_back(line);
  document.raw = document::RawText::from_pages(document.pages);
  return document;
}

}  // namespace emend::correct
