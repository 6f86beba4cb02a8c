#include "check/places.h"

#include <gtest/gtest.h>

namespace emend::check {
namespace {

Finding at(std::string_view text, std::string_view what) {
  Finding finding;
  const std::size_t begin = text.find(what);
  finding.span = {begin, begin + what.size()};
  PlaceFinder(text).set_places(finding);
  return finding;
}

// One letter beyond the BMP, one with a combining accent, one of three bytes.
TEST(Places, ColumnsInEveryUnit) {
  const Finding finding = at("first\n𝔸 e\u0301 中 tbe\n", "tbe");
  EXPECT_EQ(finding.begin, (FilePlace{2, 14, 8, 9}));
  EXPECT_EQ(finding.end, (FilePlace{2, 17, 11, 12}));
  EXPECT_EQ(finding.excerpt, "𝔸 e\u0301 中 tbe");
}

TEST(Places, OverALineEnd) {
  const Finding finding = at("one com-\r\nmittee two", "com-\r\nmittee");
  EXPECT_EQ(finding.begin, (FilePlace{1, 5, 5, 5}));
  EXPECT_EQ(finding.end, (FilePlace{2, 7, 7, 7}));
  EXPECT_EQ(finding.excerpt, "one com-");
}

TEST(Places, TheMiddleOfALongLine) {
  const std::string text = std::string(5000, 'x') + "tbe" + std::string(3000, 'y');
  const Finding finding = at(text, "tbe");
  EXPECT_EQ(finding.begin.byte, 5001u);
  EXPECT_LT(finding.excerpt.size(), 300u);
  EXPECT_EQ(finding.excerpt.substr(finding.begin.byte - 1 - finding.excerpt_begin, 3), "tbe");
}

TEST(Places, TheEndOfTheText) {
  const PlaceFinder places("a\nb\n");
  EXPECT_EQ(places.place_of(4), (FilePlace{2, 3, 3, 3}));
  EXPECT_EQ(PlaceFinder("").place_of(0), (FilePlace{1, 1, 1, 1}));
}

}  // namespace
}  // namespace emend::check
