#include "base/timings.h"

#include <gtest/gtest.h>

#include "base/parallel.h"
#include "base/stop.h"

namespace emend {
namespace {

TEST(Timings, SumsOverThreads) {
  Timings timings;
  run_in_parallel(100, 4, [&](std::size_t i) { timings.add(i % 2 == 0 ? "even" : "odd", 0.5); });
  EXPECT_DOUBLE_EQ(timings.seconds().at("even"), 25);
  EXPECT_DOUBLE_EQ(timings.seconds().at("odd"), 25);
}

TEST(StageTimer, AddsItsLifeToItsStage) {
  Timings timings;
  { const StageTimer timer(&timings, "stage"); }
  { const StageTimer timer(nullptr, "nobody asks"); }
  ASSERT_EQ(timings.seconds().size(), 1u);
  EXPECT_GE(timings.seconds().at("stage"), 0);
}

TEST(StopFlag, StaysUp) {
  StopFlag stop;
  EXPECT_FALSE(stop.is_raised());
  stop.raise();
  EXPECT_TRUE(stop.is_raised());
}

}  // namespace
}  // namespace emend
