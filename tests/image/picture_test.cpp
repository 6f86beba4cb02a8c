#include "image/picture.h"

#include <gtest/gtest.h>

namespace emend::image {
namespace {

TEST(Picture, StartsEmpty) {
  const Picture picture;
  EXPECT_TRUE(picture.is_empty());
  EXPECT_EQ(picture.resolution_dpi(), 0);
}

TEST(Picture, GivesItsRows) {
  const Picture picture(2, 2, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 300);
  EXPECT_EQ(picture.row_bytes(), 6u);
  EXPECT_EQ(picture.row(0)[5], 6);
  EXPECT_EQ(picture.row(1)[0], 7);
}

TEST(Picture, CopiesShareTheirPixels) {
  const Picture picture(1, 1, 1, {9}, 300);
  const Picture copy = picture.with_resolution(150);
  EXPECT_EQ(copy.row(0), picture.row(0));
  EXPECT_EQ(copy.resolution_dpi(), 150);
  EXPECT_EQ(picture.resolution_dpi(), 300);
}

TEST(Picture, WantsEveryPixel) {
  EXPECT_ANY_THROW(Picture(2, 2, 1, {1, 2, 3}));
  EXPECT_ANY_THROW(Picture(1, 1, 2, {1, 2}));
}

}  // namespace
}  // namespace emend::image
