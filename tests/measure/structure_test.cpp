#include "measure/structure.h"

#include <gtest/gtest.h>

namespace emend::measure {
namespace {

TEST(Structure, ParagraphBreaksBetweenTheSameWords) {
  const auto structure =
      compare_structure("one two\n\nthree four\n\nfive six\n", std::nullopt, "one two\n\nthree\n\nfour five six\n");
  ASSERT_TRUE(structure);
  EXPECT_EQ(structure->paragraphs.wanted, 2u);
  EXPECT_EQ(structure->paragraphs.claimed, 2u);
  EXPECT_EQ(structure->paragraphs.agreed, 1u);
}

TEST(Structure, MarksMustBeTheSameInTheSamePlace) {
  const auto structure =
      compare_structure("a word[1] and two.[2]\n\n[1] Note.\n", std::nullopt, "a word[1] and two.[3]\n\n[1] Note.\n");
  ASSERT_TRUE(structure);
  EXPECT_EQ(structure->marks.wanted, 3u);
  EXPECT_EQ(structure->marks.claimed, 3u);
  EXPECT_EQ(structure->marks.agreed, 2u);
}

TEST(Structure, FurnitureIsWhatTheTruthLacks) {
  const std::string truth = "the mole was begun in spring\nand the stone came down\nthe river in many barges\n";
  const std::string before = "20 THE HARBOUR\n\n" + truth + "\n3\n";
  const auto kept = compare_structure(truth, before, before);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->furniture.wanted, 2u);
  EXPECT_EQ(kept->furniture.claimed, 0u);
  const auto out = compare_structure(truth, before, truth);
  EXPECT_EQ(out->furniture.agreed, 2u);
  const auto too_much = compare_structure(truth, before, "and the stone came down\nthe river in many barges\n");
  EXPECT_EQ(too_much->furniture.claimed, 3u);
  EXPECT_EQ(too_much->furniture.agreed, 2u);
}

TEST(Structure, HyphensAreJoinedAsTheTruthDoes) {
  const auto structure = compare_structure("the rockets and a well-known man and star-*board\n",
                                           "the rock-\nets and a well-\nknown man and star-\nboard\n",
                                           "the rockets and a wellknown man and starboard\n");
  ASSERT_TRUE(structure);
  EXPECT_EQ(structure->hyphens.wanted, 2u) << "a truth that does not know is not asked";
  EXPECT_EQ(structure->hyphens.claimed, 2u);
  EXPECT_EQ(structure->hyphens.agreed, 1u);
}

TEST(Agreement, RatesNeedSomethingToDivideBy) {
  EXPECT_FALSE(Agreement{}.precision());
  EXPECT_FALSE(Agreement{}.f1());
  EXPECT_DOUBLE_EQ(*(Agreement{4, 2, 2}.f1()), 2.0 / 3);
}

}  // namespace
}  // namespace emend::measure
