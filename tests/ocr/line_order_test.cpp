// The order of lines by where they stand.
#include "ocr/line_order.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

using testing::text_of;
using testing::typed_line;

constexpr double kTallPx = 26;

std::string ordered(std::vector<document::Line> parts) {
  // The order in which they are given plays no part.
  std::reverse(parts.begin(), parts.end());
  return text_of(blocks_in_order(std::move(parts), kTallPx));
}

TEST(BlocksInOrder, ReadsPartsOfALineFromLeftToRight) {
  EXPECT_EQ(ordered({typed_line(100, 100, {"To"}), typed_line(200, 102, {"Director"}), typed_line(900, 98, {"Date"}),
                     typed_line(100, 150, {"From"}), typed_line(200, 150, {"Norfolk"})}),
            "To Director Date/ From Norfolk/ ");
}

TEST(BlocksInOrder, PutsAWordThatWasReadApartBackBetweenTheOthers) {
  document::Line line = typed_line(100, 100, {"do", "you", "think", "that", "we", "allow", "it"});
  document::Line apart = line;
  apart.words = {line.words[3]};
  apart.box = apart.words[0].box;
  apart.baseline = {apart.box.x, line.baseline.y0, apart.box.right(), line.baseline.y0};
  line.words.erase(line.words.begin() + 3);
  EXPECT_EQ(ordered({line, apart, typed_line(100, 150, {"below"})}), "do you think that we allow it/ below/ ");
  // Where a word stands already, another line is another line.
  EXPECT_EQ(ordered({line, typed_line(100, 112, {"no"})}).find("do no"), std::string::npos);
}

TEST(BlocksInOrder, FollowsLinesThatFall) {
  EXPECT_EQ(ordered({typed_line(100, 100, {"one"}), typed_line(600, 105, {"two"}), typed_line(1100, 110, {"three"}),
                     typed_line(100, 150, {"four"})}),
            "one two three/ four/ ");
}

TEST(BlocksInOrder, BeginsParagraphsAtWideDistancesAndIndentations) {
  EXPECT_EQ(ordered({typed_line(100, 100, {"a", "line"}), typed_line(100, 150, {"another"}),
                     typed_line(200, 200, {"indented"}), typed_line(100, 250, {"goes", "on"}),
                     typed_line(100, 300, {"ends"}), typed_line(100, 420, {"far", "below"})}),
            "a line/ another/ | indented/ goes on/ ends/ | far below/ ");
}

TEST(BlocksInOrder, ReadsColumnsOfPhrasesOneAfterTheOther) {
  std::vector<document::Line> parts;
  for (int row = 0; row < 6; ++row) {
    parts.push_back(typed_line(100, 100 + row * 50, {"left", "column", "of", "many", "words"}));
    parts.push_back(typed_line(900, 100 + row * 50, {"right", "column", "of", "many", "words"}));
  }
  const std::string text = ordered(std::move(parts));
  EXPECT_EQ(text.find("left column of many words/ | right"), text.rfind("left"));
}

TEST(BlocksInOrder, ReadsTablesAcross) {
  std::vector<document::Line> parts;
  for (int row = 0; row < 6; ++row) {
    parts.push_back(typed_line(100, 100 + row * 50, {"bread"}));
    parts.push_back(typed_line(900, 100 + row * 50, {"750"}));
  }
  EXPECT_EQ(ordered(std::move(parts)).substr(0, 22), "bread 750/ bread 750/ ");
}

TEST(BlocksInOrder, IsEmptyForNothing) { EXPECT_TRUE(blocks_in_order({}, kTallPx).empty()); }

}  // namespace
}  // namespace emend::ocr
