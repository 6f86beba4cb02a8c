// Lines of two models: which one stands, and what becomes of the other.
#include "ocr/merge_lines.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

using document::Box;

// A word whose letters have some of the `widths`, each letter always the same, from `x` on.
document::Word word_at(int x, int y, const std::string& text, const std::vector<int>& widths, float confidence) {
  document::Word word;
  document::Reading reading{0, text, confidence, {}};
  int left = x;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int width = widths[static_cast<std::size_t>(text[i]) * 31 % widths.size()];
    reading.characters.push_back({std::string(1, text[i]), confidence, {left + 1, y, width - 2, 20}, {}});
    left += width;
  }
  word.box = {x, y, left - x, 20};
  word.readings = {reading};
  return word;
}

const std::vector<int> kTyped{20};
const std::vector<int> kPrinted{9, 22, 14, 30, 11, 13, 27, 17, 20, 24, 8};

const std::vector<std::string> kSentence{"we", "received", "your", "letter", "concerning", "blankets", "yesterday"};

// Words one cell apart.
document::Line line_of(int y, const std::vector<std::string>& words, const std::vector<int>& widths, float confidence) {
  document::Line line;
  int x = 100;
  for (const std::string& text : words) {
    line.words.push_back(word_at(x, y, text, widths, confidence));
    x = line.words.back().box.right() + widths.front();
    line.box = document::united(line.box, line.words.back().box);
  }
  return line;
}

document::Page page_of(const std::vector<document::Line>& lines) {
  document::Paragraph paragraph;
  paragraph.lines = lines;
  document::Block block;
  block.paragraphs = {paragraph};
  document::Page page;
  page.blocks = {block};
  return page;
}

std::string text_of(const document::Line& line) {
  std::string text;
  for (const document::Word& word : line.words) text += (text.empty() ? "" : " ") + word.best().text;
  return text;
}

TEST(LineEvidence, WeighsWordsByTheirLength) {
  document::Line line = line_of(0, {"abcdef", "12"}, kTyped, 0.8F);
  line.words[1].readings[0].confidence = 0.4F;
  line.words[0].is_in_engine_dictionary = true;
  const LineEvidence evidence = evidence_of(line);
  EXPECT_EQ(evidence.characters, 8U);
  EXPECT_NEAR(evidence.confidence, (6 * 0.8 + 2 * 0.4) / 8, 1e-6);
  EXPECT_DOUBLE_EQ(evidence.dictionary_share, 1);  // figures are in no dictionary, and do not count
  EXPECT_EQ(evidence_of(document::Line{}).characters, 0U);
}

TEST(FixedPitchOf, TellsTypedFromPrintedLines) {
  const FixedPitch typed = fixed_pitch_of(line_of(0, kSentence, kTyped, 1));
  EXPECT_NEAR(typed.pitch_px, 20, 0.1);
  EXPECT_GT(typed.regularity, 0.95);
  const FixedPitch printed = fixed_pitch_of(line_of(0, kSentence, kPrinted, 1));
  EXPECT_LT(printed.regularity, 0.45);
  EXPECT_DOUBLE_EQ(fixed_pitch_of(line_of(0, {"a", "b"}, kTyped, 1)).pitch_px, 0);
}

TEST(FixedPitchOf, APageIsWhatItsLongLinesAre) {
  const document::Line typed = line_of(0, kSentence, kTyped, 1);
  const document::Page page = page_of({typed, line_of(40, {"and", "so", "on"}, kPrinted, 1), typed});
  EXPECT_GT(fixed_pitch_of(page).regularity, 0.95);
  EXPECT_NEAR(fixed_pitch_of(page).pitch_px, 20, 0.2);
  EXPECT_LT(fixed_pitch_of(page_of({line_of(0, kSentence, kPrinted, 1)})).regularity, 0.425);
  EXPECT_EQ(fixed_pitch_of(document::Page{}).letters, 0U);
}

TEST(IsTyped, GoesByTheGridAndAtItsBorderByTheConfidence) {
  const document::Page typed = page_of({line_of(0, kSentence, kTyped, 0.8F)});
  const document::Page printed = page_of({line_of(0, kSentence, kPrinted, 0.8F)});
  const document::Page surer = page_of({line_of(0, kSentence, kPrinted, 0.9F)});
  EXPECT_TRUE(is_typed(typed, typed, {}));
  LineChoice choice;
  choice.typed_regularity = 0.9;
  choice.perhaps_typed_regularity = 0.1;
  EXPECT_FALSE(is_typed(printed, printed, choice));
  EXPECT_TRUE(is_typed(printed, surer, choice));
  choice.perhaps_typed_regularity = 0.8;
  EXPECT_FALSE(is_typed(printed, surer, choice));
}

TEST(IsSpecialBetter, LeavesLetterheadsAndSureLines) {
  const auto line = [](const std::vector<int>& widths, float confidence) {
    return line_of(0, kSentence, widths, confidence);
  };
  EXPECT_TRUE(is_special_better(line(kTyped, 0.85F), line(kTyped, 0.8F), {}));
  EXPECT_FALSE(is_special_better(line(kTyped, 0.9F), line(kTyped, 0.5F), {}));
  EXPECT_FALSE(is_special_better(line(kTyped, 0.1F), {}, {}));
  EXPECT_TRUE(is_special_better({}, line(kTyped, 0.1F), {}));
  LineChoice choice;
  choice.printed_regularity = 0.7;
  EXPECT_FALSE(is_special_better(line(kPrinted, 0.8F), line(kPrinted, 0.8F), choice));
  EXPECT_TRUE(is_special_better(line(kTyped, 0.8F), line(kTyped, 0.8F), choice));
}

TEST(AddReadings, KeepsBothReadingsOfAWord) {
  document::Line line = line_of(2, {"received", "your", "letter", "of", "August"}, kTyped, 0.9F);
  add_readings(line, line_of(0, {"reoeived", "your", "letter", "of", "August"}, kTyped, 0.8F));
  EXPECT_EQ(text_of(line), "received your letter of August");
  ASSERT_EQ(line.words[0].readings.size(), 2U);
  EXPECT_EQ(line.words[0].readings[1].text, "reoeived");
}

TEST(AddReadings, LeavesWordsAloneThatAreSplit) {
  document::Line line = line_of(0, {"received", "your", "letter", "yesterday"}, kTyped, 0.8F);
  add_readings(line, line_of(0, {"received", "yo", "r", "letter", "yesterday"}, kTyped, 0.3F));
  EXPECT_EQ(text_of(line), "received your letter yesterday");
  EXPECT_EQ(line.words[0].readings.size(), 2U);
  EXPECT_EQ(line.words[1].readings.size(), 1U);
}

}  // namespace
}  // namespace emend::ocr
