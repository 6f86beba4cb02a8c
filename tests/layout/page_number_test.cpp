#include "layout/page_number.h"

#include <gtest/gtest.h>

namespace emend::layout {
namespace {

TEST(PageNumber, IsReadInFiguresAndSmallRomanOnes) {
  const struct {
    const char* token;
    int number;  // 0: none
  } cases[] = {{"20", 20}, {"- 7", 7}, {"[3]", 3}, {"vii", 7},  {"xiv.", 14}, {"4!", 41}, {"1O2", 102},    {"9999", 0},
               {"the", 0}, {"", 0},    {"---", 0}, {"CHAP", 0}, {"0", 0},     {"II", 0},  {"123456789", 0}};
  for (const auto& one : cases) EXPECT_EQ(read_page_number(one.token).value_or(0), one.number) << one.token;
}

TEST(PageNumber, MatchesWhatItMayBe) {
  const struct {
    const char* token;
    int number;
    NumberMatch match;
  } cases[] = {{"41", 41, NumberMatch::kExactly},    {"vii", 7, NumberMatch::kExactly},
               {"4!", 41, NumberMatch::kLooksAlike}, {"IIo", 110, NumberMatch::kLooksAlike},
               {"719", 79, NumberMatch::kNearly},    {"i", 11, NumberMatch::kNearly},
               {"4", 7, NumberMatch::kNo},           {"the", 12, NumberMatch::kNo},
               {"24", 72, NumberMatch::kNo}};
  for (const auto& one : cases)
    EXPECT_EQ(match_page_number(one.token, one.number), one.match) << one.token << " for " << one.number;
}

}  // namespace
}  // namespace emend::layout
