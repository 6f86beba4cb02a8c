#include "image/encode.h"

#include <gtest/gtest.h>

namespace emend::image {
namespace {

Picture ramp(int width, int height) {
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) pixels.push_back(static_cast<std::uint8_t>(x + 16 * y));
  return Picture(width, height, 1, std::move(pixels), 300);
}

TEST(Crop, TakesThePartUnderTheBox) {
  const Picture part = crop(ramp(10, 10), {2, 3, 4, 5});
  EXPECT_EQ(part.width_px(), 4);
  EXPECT_EQ(part.height_px(), 5);
  EXPECT_EQ(part.row(0)[0], 2 + 16 * 3);
  EXPECT_EQ(part.resolution_dpi(), 300);
}

TEST(Crop, IsClippedToThePicture) {
  struct {
    document::Box box;
    int width, height;
  } const cases[] = {
      {{-5, -5, 8, 8}, 3, 3},
      {{8, 8, 100, 100}, 2, 2},
      {{0, 0, 10, 10}, 10, 10},
      {{10, 0, 5, 5}, 0, 0},
      {{3, 3, 0, 5}, 0, 0},
      {{3, 3, -2, 5}, 0, 0},
      {{-2000000000, 0, 2000000000, 5}, 0, 0},
      {{2000000000, 2000000000, 2000000000, 2000000000}, 0, 0},
  };
  for (const auto& test : cases) {
    const Picture part = crop(ramp(10, 10), test.box);
    EXPECT_EQ(part.width_px(), test.width);
    EXPECT_EQ(part.height_px(), test.height);
  }
  EXPECT_TRUE(crop(Picture(), {0, 0, 5, 5}).is_empty());
}

TEST(Scaled, ChangesSizeAndResolution) {
  const Picture half = scaled(ramp(10, 8), 0.5);
  EXPECT_EQ(half.width_px(), 5);
  EXPECT_EQ(half.height_px(), 4);
  EXPECT_EQ(half.resolution_dpi(), 150);
  // The average of four pixels.
  EXPECT_EQ(half.row(0)[0], (0 + 1 + 16 + 17 + 2) / 4);
  EXPECT_EQ(scaled(ramp(10, 8), 2).width_px(), 20);
}

TEST(Scaled, NeverVanishes) {
  EXPECT_EQ(scaled(ramp(3, 3), 0.001).width_px(), 1);
  EXPECT_TRUE(scaled(Picture(), 2).is_empty());
}

TEST(ToGrey, WeighsColoursAsTesseractDoes) {
  const Picture colours(3, 1, 3, {255, 0, 0, 0, 255, 0, 0, 0, 255}, 300);
  const Picture grey = to_grey(colours);
  ASSERT_EQ(grey.channels(), 1);
  EXPECT_NEAR(grey.row(0)[0], 51, 1);
  EXPECT_NEAR(grey.row(0)[1], 128, 1);
  EXPECT_NEAR(grey.row(0)[2], 77, 1);
  EXPECT_EQ(grey.resolution_dpi(), 300);
}

TEST(Encode, RefusesAnEmptyPicture) {
  EXPECT_FALSE(to_png(Picture()));
  EXPECT_FALSE(to_jpeg(Picture(), 90));
}

TEST(Encode, JpegQualityMatters) {
  const auto coarse = to_jpeg(ramp(200, 200), 5);
  const auto fine = to_jpeg(ramp(200, 200), 95);
  ASSERT_TRUE(coarse && fine);
  EXPECT_LT(coarse->size(), fine->size());
  EXPECT_TRUE(to_jpeg(ramp(20, 20), -4));
  EXPECT_TRUE(to_jpeg(ramp(20, 20), 400));
}

TEST(Encode, JpegRefusesSidesThatTheFormatLacks) {
  const Picture wide(70000, 1, 1, std::vector<std::uint8_t>(70000));
  const auto bytes = to_jpeg(wide, 90);
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace emend::image
