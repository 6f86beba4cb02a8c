#include "train/lm/kneser_ney.h"

#include <gtest/gtest.h>

#include "train/lm/pruning.h"

namespace emend::train {
namespace {

constexpr KeyLayout kPairs{2, 31};

// Symbol 0 is the boundary: "1 2", "1 2", "1 3".
std::vector<std::vector<Ngram>> counted_pairs() {
  EventList events(kPairs, 0);
  for (const std::uint32_t last : {2u, 2u, 3u})
    for (const std::uint32_t symbol : {1u, last, 0u}) events.add(symbol, 1);
  return events.take_counts();
}

TEST(NgramCounts, LongOnesAsTheyOccurShortOnesByWhatPrecedes) {
  const auto levels = counted_pairs();
  ASSERT_EQ(levels.size(), 2u);
  const auto count = [&](std::size_t length, std::uint64_t key) {
    for (const Ngram& ngram : levels[length - 1])
      if (ngram.key == key) return ngram.count;
    return 0u;
  };
  const auto pair = [](std::uint64_t a, std::uint64_t b) { return a << 31 | b; };
  EXPECT_EQ(count(2, pair(0, 1)), 3u);
  EXPECT_EQ(count(2, pair(1, 2)), 2u);
  EXPECT_EQ(count(2, pair(1, 3)), 1u);
  EXPECT_EQ(count(2, pair(2, 1)), 0u);  // nothing reaches over a boundary
  EXPECT_EQ(count(1, 1), 1u);
  EXPECT_EQ(count(1, 0), 2u);  // behind 2 and behind 3
}

TEST(Discounts, AreThoseOfChenAndGoodman) {
  std::vector<Ngram> ngrams;
  for (std::uint32_t count = 1; count <= 4; ++count)
    for (std::uint32_t i = 0; i < 16u >> (count - 1); ++i) ngrams.push_back({0, count, 0, 0, 0});
  // n1..n4 are 16, 8, 4, 2, so Y = 1/2, and D_i = i - (i + 1) / 4.
  const Discounts discounts = estimated_discounts(ngrams);
  EXPECT_DOUBLE_EQ(discounts.of[0], 1 - 2 * 0.5 * 8 / 16);
  EXPECT_DOUBLE_EQ(discounts.of[1], 2 - 3 * 0.5 * 4 / 8);
  EXPECT_DOUBLE_EQ(discounts.of[2], 3 - 4 * 0.5 * 2 / 4);
}

TEST(KneserNey, SumsToOneAndReckonsByHand) {
  auto levels = counted_pairs();
  estimate_probabilities(levels, kPairs, 5);
  double sum = 0;
  for (const Ngram& ngram : levels[0]) sum += ngram.probability;
  EXPECT_NEAR(sum, 1, 1e-6);
  // Too few counts to estimate discounts: those of counts 1 and 2 are 0.6 and 1.0.
  // Unigrams: continuations 0: 2, 1: 1, 2: 1, 3: 1; left 1.0 + 3 * 0.6 = 2.8 of 5, spread over 5 symbols.
  const double p2 = 0.4 / 5 + 2.8 / 5 / 5;
  EXPECT_NEAR(levels[0][2].probability, p2, 1e-6);
  EXPECT_NEAR(levels[0][4].probability, 2.8 / 5 / 5, 1e-6);
  // p(2 | 1) = (2 - 1.0) / 3 + (1.0 + 0.6) / 3 * p(2).
  for (const Ngram& ngram : levels[1]) {
    if (ngram.key == (std::uint64_t{1} << 31 | 2)) {
      EXPECT_NEAR(ngram.probability, 1.0 / 3 + 1.6 / 3 * p2, 1e-6);
    }
  }
}

TEST(Pruning, TakesTheLeastUsefulFirstAndKeepsSymbols) {
  auto levels = counted_pairs();
  estimate_probabilities(levels, kPairs, 5);
  const std::size_t pairs = levels[1].size();
  auto untouched = levels;
  prune(untouched, kPairs, {0, 1});
  EXPECT_EQ(untouched[1].size(), pairs);
  auto some = levels;
  prune(some, kPairs, {0.05, 1});
  EXPECT_LT(some[1].size(), pairs);
  EXPECT_GT(some[1].size(), 0u);
  auto all = levels;
  prune(all, kPairs, {1e9, 1});
  EXPECT_TRUE(all[1].empty());
  EXPECT_EQ(all[0].size(), 5u);
}

}  // namespace
}  // namespace emend::train
