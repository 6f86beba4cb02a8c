#include "base/periodogram.h"

#include <gtest/gtest.h>

#include "base/median.h"

namespace emend {
namespace {

TEST(StrongestPeriod, FindsTheGridAmongGapsAndStrays) {
  std::vector<double> places;
  for (int i = 0; i < 40; ++i)
    if (i % 7 != 3 && i != 12) places.push_back(5 + 24.2 * i + (i % 2 == 0 ? 0.8 : -0.8));
  places.push_back(5 + 24.2 * 12.5);
  const Period period = strongest_period(places, 23, 0.1);
  EXPECT_NEAR(period.length, 24.2, 0.05);
  EXPECT_NEAR(period.phase, 5, 1.5);
  EXPECT_GT(period.regularity, 0.85);
}

TEST(StrongestPeriod, OfNothingIsNone) {
  EXPECT_EQ(strongest_period({}, 20, 0.1).length, 0);
  EXPECT_EQ(strongest_period({1, 2, 3}, 0, 0.1).regularity, 0);
  EXPECT_NEAR(strongest_period({7}, 20, 0.1).regularity, 1, 1e-9);
}

TEST(Median, IsTheMiddleOne) {
  EXPECT_EQ(median({}), 0);
  EXPECT_EQ(median({3}), 3);
  EXPECT_EQ(median({9, 1, 5}), 5);
  EXPECT_EQ(median({4, 1, 3, 2}), 3);
}

}  // namespace
}  // namespace emend
