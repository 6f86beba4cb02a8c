#include "train/calibration/judged_changes.h"

#include <gtest/gtest.h>

namespace emend::train {
namespace {

correct::Change change_of(std::string_view text, std::string_view before, const char* after) {
  correct::Change change;
  const std::size_t begin = text.find(before);
  change.span = {begin, begin + before.size()};
  change.after = after;
  return change;
}

TEST(JudgedChanges, CompareWithTheTruthOfTheSpan) {
  const struct {
    const char* seen;
    const char* meant;
    const char* before;
    const char* after;
    bool is_right;
    bool was_right;
  } cases[] = {
      {"in tbe house", "in the house", "tbe", "the", true, false},
      {"in tbe house", "in the house", "tbe", "tube", false, false},
      {"in the house", "in the house", "the", "she", false, true},         // it was right
      {"ofthe house", "of the house", "ofthe", "of the", true, false},     // a lost space
      {"to day he", "today he", "to day", "today", true, false},           // one too many
      {"a houfe stood", "a house, stood", "houfe", "house", true, false},  // a lost comma is not its fault
      {"a house, stood", "a house stood", "house,", "house", true, false},
      {"a house stood", "a house, stood", "house", "house.", false, false},  // nothing but a wrong mark
      {"é liouse é", "é house é", "liouse", "house", true, false},           // bytes are not characters
      {"x", "", "x", "y", false, false},
  };
  for (const auto& one : cases) {
    const std::vector<correct::Change> changes = {change_of(one.seen, one.before, one.after)};
    const std::vector<Judgement> judgements = judged_changes(one.seen, one.meant, changes);
    ASSERT_EQ(judgements.size(), 1u) << one.seen;
    EXPECT_EQ(judgements[0].is_right, one.is_right) << one.seen << " -> " << one.after;
    EXPECT_EQ(judgements[0].was_right, one.was_right) << one.seen << " -> " << one.after;
  }
}

TEST(JudgedChanges, TakeSeveralInTheirOrder) {
  const std::string_view seen = "tbe cat and tbe dcg";
  std::vector<correct::Change> changes = {change_of(seen, "tbe", "the"), change_of(seen, "dcg", "dag")};
  const std::vector<Judgement> judgements = judged_changes(seen, "the cat and the dog", changes);
  ASSERT_EQ(judgements.size(), 2u);
  EXPECT_TRUE(judgements[0].is_right);
  EXPECT_FALSE(judgements[1].is_right);
  EXPECT_EQ(judgements[1].truth, "dog");
  EXPECT_TRUE(judged_changes(seen, "", {}).empty());
}

}  // namespace
}  // namespace emend::train
