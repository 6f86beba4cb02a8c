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
  } cases[] = {
      {"in tbe house", "in the house", "tbe", "the", true},
      {"in tbe house", "in the house", "tbe", "tube", false},
      {"in the house", "in the house", "the", "she", false},        // it was right
      {"ofthe house", "of the house", "ofthe", "of the", true},     // a lost space
      {"to day he", "today he", "to day", "today", true},           // one too many
      {"a houfe stood", "a house, stood", "houfe", "house", true},  // a lost comma is not its fault
      {"a house, stood", "a house stood", "house,", "house", true},
      {"a house stood", "a house, stood", "house", "house.", false},  // nothing but a wrong mark
      {"é liouse é", "é house é", "liouse", "house", true},           // bytes are not characters
      {"x", "", "x", "y", false},
  };
  for (const auto& one : cases) {
    const std::vector<correct::Change> changes = {change_of(one.seen, one.before, one.after)};
    EXPECT_EQ(judged_changes(one.seen, one.meant, changes), std::vector{one.is_right})
        << one.seen << " -> " << one.after;
  }
}

TEST(JudgedChanges, TakeSeveralInTheirOrder) {
  const std::string_view seen = "tbe cat and tbe dcg";
  std::vector<correct::Change> changes = {change_of(seen, "tbe", "the"), change_of(seen, "dcg", "dag")};
  EXPECT_EQ(judged_changes(seen, "the cat and the dog", changes), (std::vector{true, false}));
  EXPECT_TRUE(judged_changes(seen, "", {}).empty());
}

}  // namespace
}  // namespace emend::train
