#include "correct/elisions.h"

#include <gtest/gtest.h>

#include <string_view>

namespace emend::correct {
namespace {

TEST(Elisions, BeginWithAnApostrophe) {
  for (const std::string_view text : {"'tis so", "'Twas", "'em,", "'mid the", "'gainst", "'midst of", "'17", "'98."})
    EXPECT_TRUE(begins_elided(text, 1)) << text;
  for (const std::string_view text : {"'the", "'emblem", "'", "'1745", "'tisn"})
    EXPECT_FALSE(begins_elided(text, 1)) << text;
}

TEST(Elisions, EndWithAnApostrophe) {
  for (const std::string_view text : {"thro'", "and tho'", "an'", "o'", "wi'", "Th'", "goin'", "mornin'"})
    EXPECT_TRUE(ends_elided(text, text.size() - 1)) << text;
  for (const std::string_view text : {"'", "captain'", "boys'", "in'", "the'", "pan'", "1890'"})
    EXPECT_FALSE(ends_elided(text, text.size() - 1)) << text;
}

TEST(Elisions, StandForOneOrTwoLetters) {
  EXPECT_TRUE(is_elision_of("ling'ring", "lingering"));
  EXPECT_TRUE(is_elision_of("ev’ry", "every"));
  EXPECT_TRUE(is_elision_of("o'er", "over"));
  EXPECT_TRUE(is_elision_of("th'", "the"));
  EXPECT_TRUE(is_elision_of("'mid", "amid"));
  EXPECT_FALSE(is_elision_of("to'blast", "to blast")) << "a space is no letter";
  EXPECT_FALSE(is_elision_of("don't", "donut shop"));
  EXPECT_FALSE(is_elision_of("ev'ry", "evry")) << "nothing is lost";
  EXPECT_FALSE(is_elision_of("ev'ry", "event"));
  EXPECT_FALSE(is_elision_of("every", "every"));
}

}  // namespace
}  // namespace emend::correct
