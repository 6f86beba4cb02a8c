#include "text/utf8.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::text {
namespace {

TEST(Utf8, RoundTrip) {
  const std::u32string all = U"a\u00e9\u20ac\U0001F600";
  EXPECT_EQ(to_code_points(to_utf8(all)), all);
  EXPECT_EQ(count_code_points(to_utf8(all)), 4u);
}

TEST(Utf8, RefusesWhatTheStandardRefuses) {
  for (const char* bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\x80", "\xE2\x82"})
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
  EXPECT_TRUE(is_valid_utf8("\uFFFD"));
}

TEST(Utf8, RepairsByteByByte) { EXPECT_EQ(repaired_utf8("a\xFFz"), "a\uFFFDz"); }

TEST(Utf8, DecodesBackwards) {
  const std::string text = "a€";
  EXPECT_EQ(decode_before(text, text.size()).code_point, U'€');
  EXPECT_EQ(decode_before(text, 1).code_point, U'a');
  EXPECT_EQ(decode_before(text, 0).size, 0u);
}

TEST(Utf8, KnowsTheBorders) {
  const std::string text = "€";
  EXPECT_TRUE(is_code_point_border(text, 0));
  EXPECT_FALSE(is_code_point_border(text, 1));
  EXPECT_TRUE(is_code_point_border(text, 3));
  EXPECT_FALSE(is_code_point_border(text, 4));
}

}  // namespace
}  // namespace emend::text
