#include "document/box.h"

#include <gtest/gtest.h>

namespace emend::document {
namespace {

TEST(United, IsTheSmallestBoxAroundBoth) {
  EXPECT_EQ(united({10, 20, 5, 5}, {30, 10, 10, 5}), (Box{10, 10, 30, 15}));
  EXPECT_EQ(united({0, 0, 100, 100}, {10, 10, 5, 5}), (Box{0, 0, 100, 100}));
}

TEST(United, AnEmptyBoxAddsNothing) {
  const Box box{10, 20, 5, 5};
  EXPECT_EQ(united(box, {}), box);
  EXPECT_EQ(united({500, 500, 0, 9}, box), box);
  EXPECT_TRUE(united({}, {}).is_empty());
}

}  // namespace
}  // namespace emend::document
