#include "text/line_index.h"

#include <gtest/gtest.h>

namespace emend::text {
namespace {

TEST(LineIndex, CountsLinesAndColumnsFromOne) {
  const LineIndex index("naïve\nsecond\n");
  EXPECT_EQ(index.line_count(), 2u);
  const auto position = index.position_of(4);  // the "v": "ï" has two bytes
  EXPECT_EQ(position.line, 1u);
  EXPECT_EQ(position.column, 4u);
  EXPECT_EQ(index.position_of(7).line, 2u);
  EXPECT_EQ(index.position_of(7).column, 1u);
}

TEST(LineIndex, SpansLeaveOutTheLineFeed) {
  const LineIndex index("one\n\nthree");
  ASSERT_EQ(index.line_count(), 3u);
  EXPECT_EQ(index.line_span(0), (Span{0, 3}));
  EXPECT_EQ(index.line_span(1), (Span{4, 4}));
  EXPECT_EQ(index.line_span(2), (Span{5, 10}));
}

TEST(LineIndex, AnEmptyTextHasOneEmptyLine) {
  const LineIndex index("");
  EXPECT_EQ(index.line_count(), 1u);
  EXPECT_EQ(index.position_of(0).line, 1u);
}

}  // namespace
}  // namespace emend::text
