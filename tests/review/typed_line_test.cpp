#include "review/typed_line.h"

#include <gtest/gtest.h>

#include <sstream>

namespace emend::review {
namespace {

TEST(TypedLine, EndsAtTheLineFeedOrTheInput) {
  std::istringstream in("one\r\n\nlast");
  EXPECT_EQ(typed_line(in), "one");
  EXPECT_EQ(typed_line(in), "");
  EXPECT_EQ(typed_line(in), "last");
  EXPECT_EQ(typed_line(in), std::nullopt);
}

TEST(TypedLine, ALineWithoutEndIsNotKeptWhole) {
  std::istringstream in(std::string(3 * kLongestTypedLine, 'x') + "\ny\n");
  EXPECT_EQ(typed_line(in).value().size(), kLongestTypedLine);
  EXPECT_EQ(typed_line(in), "y");
}

TEST(MeantText, BackslashesStandForWhatCannotBeTyped) {
  EXPECT_EQ(meant_text("8-hour"), "8-hour");
  EXPECT_EQ(meant_text("a\\nb\\tc\\\\d"), "a\nb\tc\\d");
  EXPECT_EQ(meant_text("\\-"), "");
  EXPECT_EQ(meant_text("café — “x”"), "café — “x”");
  for (const char* bad : {"a\\", "\\x41", "a\\-", "\x1b[2J", "\xff", "a\u202eb"})
    EXPECT_EQ(meant_text(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace emend::review
