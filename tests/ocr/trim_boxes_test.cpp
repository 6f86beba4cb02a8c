#include "ocr/trim_boxes.h"

#include <gtest/gtest.h>

#include <utility>

#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

TEST(TrimBoxes, EndsAWordWhereTheNextBegins) {
  document::Line line = testing::typed_line(100, 100, {"practice", "in", "laws"});
  const document::Line before = line;
  trim_boxes(line);
  EXPECT_EQ(line.words[0].box, before.words[0].box);
  line.words[0].box.width = 1000;
  line.words[0].readings[0].characters.back().box.width = 860;
  trim_boxes(line);
  EXPECT_EQ(line.words[0].box.right(), line.words[1].box.x);
  EXPECT_EQ(line.words[0].readings[0].characters.back().box.right(), line.words[1].box.x);
  EXPECT_EQ(line.words[0].readings[0].characters.front().box, before.words[0].readings[0].characters.front().box);
}

TEST(TrimBoxes, LeavesWordsThatGoToTheLeft) {
  document::Line line = testing::typed_line(100, 100, {"practice", "in"});
  std::swap(line.words[0], line.words[1]);
  const document::Line before = line;
  trim_boxes(line);
  EXPECT_EQ(line.words[0].box, before.words[0].box);
  EXPECT_EQ(line.words[1].box, before.words[1].box);
}

}  // namespace
}  // namespace emend::ocr
