#include "measure/bootstrap.h"

#include <gtest/gtest.h>

#include "measure/summary.h"

namespace emend::measure {
namespace {

TEST(Bootstrap, RatiosAreOfSums) {
  EXPECT_DOUBLE_EQ(ratio({{1, 10}, {3, 30}, {0, 60}}), 0.04);
  EXPECT_DOUBLE_EQ(ratio({}), 0);
  EXPECT_DOUBLE_EQ(ratio({{0, 0}}), 0);
}

TEST(Bootstrap, OneDocumentHasNoInterval) {
  EXPECT_FALSE(interval({{1, 10}}));
  EXPECT_FALSE(share_improved({{1, 10}}, {{0, 10}}));
}

TEST(Bootstrap, EqualDocumentsHaveAnIntervalOfNoWidth) {
  const auto found = interval(std::vector<Part>(5, {1, 4}));
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->low, 0.25);
  EXPECT_DOUBLE_EQ(found->high, 0.25);
}

// A hundred documents of which half are wrong: the standard error of the mean is 0.05, so 95 % lie within 0.098.
TEST(Bootstrap, TheIntervalIsThatOfTheNormalApproximation) {
  std::vector<Part> documents;
  for (int i = 0; i < 100; ++i) documents.push_back({static_cast<double>(i % 2), 1});
  const auto found = interval(documents);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->low, 0.402, 0.02);
  EXPECT_NEAR(found->high, 0.598, 0.02);
  EXPECT_EQ(interval(documents)->low, found->low);
}

TEST(Bootstrap, ShareOfImprovement) {
  const std::vector<Part> worse(8, {2, 10});
  const std::vector<Part> better(8, {1, 10});
  EXPECT_DOUBLE_EQ(share_improved(worse, better).value(), 1);
  EXPECT_DOUBLE_EQ(share_improved(better, worse).value(), 0);
  EXPECT_DOUBLE_EQ(share_improved(better, better).value(), 0);
}

TEST(Summary, SumsAndCounts) {
  const Figures better{100, 20, {10, 5}, {4, 2}, {5, 15, 4, 1}};
  const Figures worse{300, 60, {0, 0}, {2, 1}, {0, 60, 0, 1}};
  const Summary summary = summarise({better, worse});
  EXPECT_DOUBLE_EQ(summary.before.characters.value, 10.0 / 400);
  EXPECT_DOUBLE_EQ(summary.after.words.value, 3.0 / 80);
  EXPECT_DOUBLE_EQ(summary.fixed.value, 0.8);
  EXPECT_DOUBLE_EQ(summary.broken.value, 2.0 / 75);
  EXPECT_EQ(summary.better, 1u);
  EXPECT_EQ(summary.worse, 1u);
  EXPECT_EQ(summary.total.characters, 400u);
  EXPECT_EQ(summarise({}).total.words, 0u);
}

}  // namespace
}  // namespace emend::measure
