#include "layout/between_lines.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace emend::layout {
namespace {

constexpr int kCell = 10;
constexpr int kPitch = 40;

// A line of words, each letter 10 pixels wide, whose feet are at `foot`.
document::Line line_at(int x, int foot, const std::string& text) {
  document::Line line;
  line.x_height_px = 14;
  line.baseline = {x, foot, x + static_cast<int>(text.size()) * kCell, foot};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    document::Word word;
    word.box = {x + static_cast<int>(begin) * kCell, foot - 20, static_cast<int>(end - begin) * kCell, 20};
    word.readings = {{0, text.substr(begin, end - begin), 0.9F, {}}};
    line.box = united(line.box, word.box);
    line.words.push_back(word);
    begin = end + 1;
  }
  return line;
}

// Eight lines of typing, and one more that is given.
document::Page page_with(const document::Line& more) {
  document::Page page;
  page.blocks.resize(2);
  page.blocks[0].paragraphs.resize(1);
  page.blocks[1].paragraphs.resize(1);
  for (int i = 0; i < 8; ++i)
    page.blocks[0].paragraphs[0].lines.push_back(
        line_at(100, 100 + kPitch * i, "we shall pay for the barges that came"));
  page.blocks[1].paragraphs[0].lines.push_back(more);
  return page;
}

std::string told(const document::Page& page) {
  std::string out;
  for (const WordsBetweenLines& found : find_words_between_lines(page))
    out += std::to_string(found.words.block) + " into " + std::to_string(found.into.line) + " before " +
           std::to_string(found.before) + ";";
  return out;
}

TEST(BetweenLines, AWordCloseAboveALineGoesIntoItsGap) {
  // Above the gap between "shall" and "pay" of the fourth line.
  document::Page page = page_with(line_at(170, 100 + 3 * kPitch - 22, "not"));
  EXPECT_EQ(told(page), "1 into 3 before 2;");
  tell_words_between_lines(page);
  EXPECT_TRUE(page.blocks[1].paragraphs[0].lines[0].words[0].is_between_lines);
  EXPECT_FALSE(page.blocks[0].paragraphs[0].lines[3].words[0].is_between_lines);
}

TEST(BetweenLines, ACaretSaysWhere) {
  document::Page page = page_with(line_at(190, 100 + 3 * kPitch - 22, "not"));
  page.blocks[0].paragraphs[0].lines[3] = line_at(100, 100 + 3 * kPitch, "we shall ^ pay for the barges that came");
  EXPECT_EQ(told(page), "1 into 3 before 2;");
}

TEST(BetweenLines, OtherLinesKeepTheirDistance) {
  EXPECT_EQ(told(page_with(line_at(170, 100 + 8 * kPitch, "not"))), "") << "the last line of a paragraph";
  EXPECT_EQ(told(page_with(line_at(480, 100 + 3 * kPitch, "not"))), "") << "the right piece of a line";
  EXPECT_EQ(told(page_with(line_at(600, 100 + 3 * kPitch - 22, "not"))), "") << "a remark at the margin";
  EXPECT_EQ(told(page_with(line_at(170, 60, "MINUTES"))), "") << "a heading";
  document::Page last = page_with(line_at(100, 100 + 8 * kPitch, "of it"));
  for (int i = 0; i < 3; ++i)
    last.blocks[1].paragraphs[0].lines.push_back(
        line_at(100, 128 + (8 + i) * kPitch, "the wages of the masons were paid for"));
  EXPECT_EQ(told(last), "") << "the last line of a paragraph, with the next one close below";
  EXPECT_EQ(told(page_with(line_at(170, 100 + 3 * kPitch - 22, "12"))), "") << "a figure: a note's mark, a sum";
  EXPECT_EQ(told(page_with(line_at(100, 100 + 3 * kPitch - 22, "we shall pay for the barges that go"))), "")
      << "a line of two columns that lie askew";
}

TEST(BetweenLines, APageOfFewLinesTellsNoDistance) {
  document::Page page = page_with(line_at(170, 100 + kPitch - 22, "not"));
  page.blocks[0].paragraphs[0].lines.resize(3);
  EXPECT_EQ(told(page), "");
}

}  // namespace
}  // namespace emend::layout
