// Of two words in one place one is dropped.
#include "ocr/double_words.h"

#include <gtest/gtest.h>

#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

using testing::typed_line;

std::string words_of(const std::vector<document::Line>& lines) {
  std::string out;
  for (const document::Line& line : lines) {
    for (const document::Word& word : line.words) out += word.best().text + " ";
    out += "/ ";
  }
  return out;
}

TEST(DropDoubleWords, DropsTheTailOfAWordThatIsThereInWhole) {
  document::Line line = typed_line(100, 100, {"reproach!--And", "then"});
  document::Word tail = line.words[0];
  tail.readings[0].text = "And";
  tail.box.x += 150;
  tail.box.width -= 150;
  line.words.insert(line.words.begin() + 1, tail);
  std::vector<document::Line> lines = {line};
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "reproach!--And then / ");
}

TEST(DropDoubleWords, LeavesOutALineThatIsInAnother) {
  std::vector<document::Line> lines = {typed_line(100, 100, {"I'll"}), typed_line(100, 101, {"I"})};
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "I'll / ");
}

TEST(DropDoubleWords, LeavesWordsThatDirtBesideThemCovers) {
  document::Line dirt = typed_line(100, 100, {"~--._---"});
  std::vector<document::Line> lines = {dirt, typed_line(110, 101, {"be"})};
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "~--._--- / be / ");
}

// The strip of a line ended inside the word.
TEST(DropDoubleWords, DropsAPieceThatWasReadAsAnother) {
  std::vector<document::Line> lines = {typed_line(100, 100, {"Luxembourg", "nationals"}),
                                       typed_line(100, 100, {"Luxer"})};
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "Luxembourg nationals / ");
  // A box that is wider than its letters has room for another word.
  lines = {typed_line(100, 100, {"of"}), typed_line(160, 100, {"the"})};
  lines[1].words[0].readings[0].confidence = 0.6F;
  lines[0].words[0].box.width = 130;
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "of / the / ");
}

// "in" stands behind it, not in it.
TEST(DropDoubleWords, LeavesAWordThatAnotherHoldsByChance) {
  std::vector<document::Line> lines = {typed_line(100, 100, {"Administrative", "practice", "in"})};
  lines[0].words[0].box.width = 1000;
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "Administrative practice in / ");
}

TEST(DropDoubleWords, LeavesNeighboursAndLinesBelow) {
  std::vector<document::Line> lines = {typed_line(100, 100, {"one", "two", "two"}),
                                       typed_line(100, 150, {"one", "two"})};
  drop_double_words(lines, testing::kPitchPx);
  EXPECT_EQ(words_of(lines), "one two two / one two / ");
}

}  // namespace
}  // namespace emend::ocr
