#include "correct/lattice/left_alone.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace emend::correct {
namespace {

bool is_left(std::string_view text, std::string_view before, std::string_view after) {
  Change change;
  change.span.begin = text.find(before);
  change.span.end = change.span.begin + before.size();
  change.after = after;
  return is_left_alone(change, text);
}

TEST(LeftAlone, AreAddressesAndCode) {
  EXPECT_TRUE(is_left("See http://www.exarnple.org/tbe for it.", "tbe", "the"));
  EXPECT_TRUE(is_left("Write to jobn@tbe.org now.", "jobn", "john"));
  EXPECT_TRUE(is_left("It says printf(\"hello\") there.", "printf", "prints"));
  EXPECT_TRUE(is_left("The file is /usr/lib/tbe here.", "tbe", "the"));
  EXPECT_FALSE(is_left("He saw tbe and/or the house.", "tbe", "the"));
}

TEST(LeftAlone, AreOtherLettersFiguresAndElisions) {
  EXPECT_TRUE(is_left("he quoted θεὰ there", "θεὰ", "and"));
  EXPECT_TRUE(is_left("he quoted ברא there", "ברא", "and"));
  EXPECT_FALSE(is_left("he saw tbé house", "tbé", "the"));
  EXPECT_FALSE(is_left("he saw bаrges", "bаrges", "barges")) << "a Cyrillic letter in a Latin word";
  EXPECT_TRUE(is_left("he paid iiijd. for it", "iiijd", "and"));
  EXPECT_TRUE(is_left("he paid iij for it", "iij", "in"));
  EXPECT_FALSE(is_left("he was iii there", "iii", "in"));
  EXPECT_TRUE(is_left("took 2oz of it", "2oz", "oz"));
  EXPECT_TRUE(is_left("a ling'ring day", "ling'ring", "lingering"));
  EXPECT_TRUE(is_left("And 'mid the reeds", "mid", "and"));
  EXPECT_TRUE(is_left("and thro' the reeds", "thro", "the"));
  EXPECT_FALSE(is_left("and tbe' reeds", "tbe", "the"));
}

}  // namespace
}  // namespace emend::correct
