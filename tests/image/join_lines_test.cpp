// Parts of lines: what is put together, and what stays apart. Letters are boxes of 10 by 20, their feet at y.
#include "image/join_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace emend::image {
namespace {

constexpr double kTallPx = 20;

Pieces letters(int x, int y, int count, int rise = 0) {
  Pieces pieces;
  for (int i = 0; i < count; ++i) pieces.push_back({x + 14 * i, y - 20 - rise * i, 10, 20});
  return pieces;
}

PiecedLine part(Pieces pieces) {
  TextLine line = line_of(pieces);
  return {std::move(pieces), std::move(line)};
}

// How many lines are left.
std::size_t rows(std::vector<PiecedLine> lines) {
  join_rows(lines, kTallPx, 0);
  return lines.size();
}

TEST(JoinRows, PutsPartsOfARowTogether) {
  std::vector<PiecedLine> lines = {part(letters(100, 200, 20)), part(letters(420, 202, 3)),
                                   part(letters(500, 199, 15))};
  join_rows(lines, kTallPx, 0);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].line.letters, 38U);
  EXPECT_EQ(lines[0].line.box, (document::Box{100, 179, 606, 23}));
  EXPECT_NEAR(lines[0].line.baseline_left, 200, 1.5);
}

TEST(JoinRows, TakesPiecesOfBrokenLettersIn) {
  EXPECT_EQ(rows({part(letters(100, 200, 20)), part({{160, 184, 6, 5}}), part({{385, 192, 6, 12}})}), 1U);
}

TEST(JoinRows, LeavesOtherRowsAndColumnsAlone) {
  EXPECT_EQ(rows({part(letters(100, 200, 20)), part(letters(100, 228, 20))}), 2U);
  EXPECT_EQ(rows({part(letters(100, 200, 20)), part(letters(450, 200, 20))}), 2U) << "three letters apart";
  EXPECT_EQ(rows({part(letters(100, 200, 20)), part({{160, 210, 6, 12}})}), 2U) << "of the row below";
}

// A straight baseline would go through the letters of one of them.
TEST(JoinRows, DoesNotJoinWhatABentPageParts) {
  EXPECT_EQ(rows({part(letters(100, 200, 20)), part(letters(380, 200, 20, 1))}), 2U);
  EXPECT_EQ(rows({part(letters(100, 200, 20, 1)), part(letters(380, 180, 20, 1))}), 1U) << "steep, but straight";
}

// Line numbers, letters of questions and answers, and the text: three columns of which two have a letter or two.
TEST(JoinMargins, TakesLineNumbersAndLettersToTheirRows) {
  std::vector<PiecedLine> lines;
  for (int row = 0; row < 5; ++row) {
    const int y = 200 + 50 * row;
    lines.push_back(part(letters(300, y, 20)));
    lines.push_back(part(letters(40, y, row < 3 ? 1 : 2)));
    if (row != 2) lines.push_back(part(letters(200, y + 1, 1)));
  }
  join_margins(lines, kTallPx, 0);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0].line.letters, 22U);
  EXPECT_EQ(lines[2].line.letters, 20U + 1U) << "the number alone";
}

TEST(JoinMargins, LeavesWhatStandsBesideAFewRowsOrOffThem) {
  std::vector<PiecedLine> lines;
  for (int row = 0; row < 6; ++row) {
    const int y = 200 + 50 * row;
    lines.push_back(part(letters(300, y, 20)));
    if (row < 3) lines.push_back(part(letters(200, y, 1)));    // three
    lines.push_back(part(letters(100, y + 12, 1)));            // between the rows
    lines.push_back(part({{150, y - 60, 30, 60}}));            // too high
    lines.push_back(part({{20 + 25 * row, y - 20, 10, 20}}));  // in no column
  }
  const std::size_t before = lines.size();
  join_margins(lines, kTallPx, 0);
  EXPECT_EQ(lines.size(), before);
}

TEST(PartRows, TakesALineThatIsTwoRowsApart) {
  Pieces both = letters(100, 200, 20);
  const Pieces below = letters(150, 240, 8);
  both.insert(both.end(), below.begin(), below.end());
  std::sort(both.begin(), both.end(), [](const cv::Rect& a, const cv::Rect& b) { return a.x < b.x; });
  std::vector<PiecedLine> lines = {part(both)};
  part_rows(lines, kTallPx, 0);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].pieces.size(), 20U);
  EXPECT_EQ(lines[1].pieces.size(), 8U);
}

TEST(PartRows, LeavesABentLineWhole) {
  Pieces bent = letters(100, 200, 15);
  const Pieces steep = letters(310, 200, 15, 4);
  bent.insert(bent.end(), steep.begin(), steep.end());
  std::vector<PiecedLine> lines = {part(bent)};
  part_rows(lines, kTallPx, 0);
  EXPECT_EQ(lines.size(), 1U);
}

TEST(JoinHalves, PutsUpperAndLowerHalvesTogether) {
  Pieces upper, lower;
  for (int i = 0; i < 10; ++i) {
    upper.push_back({100 + 14 * i, 180, 10, 8});
    lower.push_back({100 + 14 * i, 192, 10, 8});
  }
  // The first line of all is joined, too.
  for (const bool is_upper_first : {true, false}) {
    std::vector<PiecedLine> lines = {part(is_upper_first ? upper : lower), part(is_upper_first ? lower : upper)};
    join_halves(lines, kTallPx);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NEAR(lines[0].line.baseline_left, 198, 3);
  }
}

}  // namespace
}  // namespace emend::image
