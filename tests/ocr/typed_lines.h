// Typed words and lines for tests of pages: every letter in a cell of one width.
#pragma once

#include <string>
#include <vector>

#include "document/page.h"

namespace emend::ocr::testing {

inline constexpr int kPitchPx = 20;
inline constexpr int kXHeightPx = 18;

inline document::Word typed_word(int x, int baseline, const std::string& text, float confidence) {
  document::Word word;
  document::Reading reading{0, text, confidence, {}};
  for (std::size_t i = 0; i < text.size(); ++i)
    reading.characters.push_back(
        {std::string(1, text[i]), confidence, {x + static_cast<int>(i) * kPitchPx + 2, baseline - 26, 16, 26}, {}});
  word.box = {x, baseline - 26, static_cast<int>(text.size()) * kPitchPx, 26};
  word.readings = {reading};
  return word;
}

// Words one cell apart.
inline document::Line typed_line(int x, int baseline, const std::vector<std::string>& words, float confidence = 0.95F) {
  document::Line line;
  for (const std::string& text : words) {
    line.words.push_back(typed_word(x, baseline, text, confidence));
    x = line.words.back().box.right() + kPitchPx;
    line.box = document::united(line.box, line.words.back().box);
  }
  line.baseline = {line.box.x, baseline, line.box.right(), baseline};
  line.x_height_px = kXHeightPx;
  return line;
}

inline std::string text_of(const document::Line& line) {
  std::string text;
  for (const document::Word& word : line.words)
    if (!word.best().text.empty()) text += (text.empty() ? "" : " ") + word.best().text;
  return text;
}

// The lines of blocks, one after the other, a bar between paragraphs.
inline std::string text_of(const std::vector<document::Block>& blocks) {
  std::string text;
  for (const document::Block& block : blocks)
    for (const document::Paragraph& paragraph : block.paragraphs) {
      text += text.empty() ? "" : "| ";
      for (const document::Line& line : paragraph.lines) text += text_of(line) + "/ ";
    }
  return text;
}

}  // namespace emend::ocr::testing
