#include "image/transform.h"

#include <gtest/gtest.h>

#include <cmath>

namespace emend::image {
namespace {

using document::Box;

TEST(Transform, IsIdentityByDefault) {
  EXPECT_TRUE(Transform().is_identity());
  EXPECT_FALSE(Transform::shift(1, 0).is_identity());
  EXPECT_EQ(Transform()(Box{3, 4, 5, 6}, 100, 100), (Box{3, 4, 5, 6}));
}

TEST(Transform, ComposesInnerFirst) {
  const Transform both = Transform::scale(2, 3).after(Transform::shift(10, 20));
  const Point point = both({1, 1});
  EXPECT_DOUBLE_EQ(point.x, 22);
  EXPECT_DOUBLE_EQ(point.y, 63);
}

TEST(Transform, ComposedIsOneAfterTheOther) {
  const Transform outer(0.5, 0.1, 3, -0.2, 0.9, 7);
  const Transform inner(1.1, -0.3, 2, 0.4, 0.8, -5);
  const Point once = outer.after(inner)({13, 17});
  const Point twice = outer(inner({13, 17}));
  EXPECT_NEAR(once.x, twice.x, 1e-9);
  EXPECT_NEAR(once.y, twice.y, 1e-9);
}

TEST(Transform, BoxIsTheUprightBoxAroundTheCorners) {
  const Transform quarter(0, 1, 0, -1, 0, 100);  // a picture 100 high, turned to the right by a quarter
  EXPECT_EQ(quarter(Box{0, 0, 10, 20}, 200, 100), (Box{0, 90, 20, 10}));
}

TEST(Transform, BoxGrowsToWholePixels) {
  EXPECT_EQ(Transform::scale(0.5, 0.5)(Box{1, 1, 2, 2}, 9, 9), (Box{0, 0, 2, 2}));
}

TEST(Transform, BoxDoesNotGrowByArithmeticNoise) {
  const Transform there_and_back = Transform::scale(1 / 3.18, 1 / 3.18).after(Transform::scale(3.18, 3.18));
  EXPECT_EQ(there_and_back(Box{100, 200, 30, 40}, 1000, 1000), (Box{100, 200, 30, 40}));
}

TEST(Transform, BoxStaysInsideTheScan) {
  EXPECT_EQ(Transform::shift(-5, 90)(Box{0, 0, 20, 20}, 50, 100), (Box{0, 90, 15, 10}));
  EXPECT_TRUE(Transform::shift(500, 0)(Box{0, 0, 20, 20}, 50, 100).is_empty());
}

TEST(Transform, BoxOfAnyNumbersDoesNotOverflow) {
  const int large = 2'000'000'000;
  const Box box = Transform::scale(4, 4)(Box{large, large, large, large}, 50, 100);
  EXPECT_TRUE(box.is_empty());
}

}  // namespace
}  // namespace emend::image
