#include "image/condition.h"

#include <gtest/gtest.h>

namespace emend::image {
namespace {

document::Damage damage_of(double skew) {
  document::Damage damage;
  damage.page = {{"skew_degrees", skew}, {"speck_share", 0.00012}};
  return damage;
}

constexpr Condition kAskew[] = {{.figure = "skew_degrees", .most = -0.5}, {"skew_degrees", 0.5, 10}};

TEST(Condition, HoldsWhereOneOfThemDoes) {
  EXPECT_TRUE(holds_any(kAskew, damage_of(-0.5)));
  EXPECT_TRUE(holds_any(kAskew, damage_of(2)));
  EXPECT_FALSE(holds_any(kAskew, damage_of(0.2)));
  EXPECT_FALSE(holds_any(kAskew, damage_of(11)));
  EXPECT_FALSE(holds_any(kAskew, {}));
  EXPECT_TRUE(holds_any({}, {}));
}

TEST(Condition, IsToldInWords) {
  EXPECT_EQ(described(kAskew), "skew degrees up to -0.5 or from 0.5 to 10");
  EXPECT_EQ(measured(kAskew, damage_of(0.2)), "skew degrees 0.2");
  EXPECT_EQ(measured(kAskew, {}), "");
  constexpr Condition kTwo[] = {{"speck_share", 0.004}, {"skew_degrees", 1}};
  EXPECT_EQ(described(kTwo), "speck share from 0.004 or skew degrees from 1");
  EXPECT_EQ(measured(kTwo, damage_of(3)), "speck share 0.00012, skew degrees 3");
}

}  // namespace
}  // namespace emend::image
