#include "image/binarise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "image/drawn_page.h"

namespace emend::image {
namespace {

using testing::drawn;
using testing::filled;

// The formula as it stands in the paper, without anything clever.
Picture plainly_binarised(const Picture& picture, int window_px) {
  const int half = window_px / 2;
  std::vector<std::uint8_t> out;
  for (int y = 0; y < picture.height_px(); ++y)
    for (int x = 0; x < picture.width_px(); ++x) {
      double sum = 0, squares = 0, count = 0;
      for (int v = std::max(y - half, 0); v <= std::min(y + half, picture.height_px() - 1); ++v)
        for (int u = std::max(x - half, 0); u <= std::min(x + half, picture.width_px() - 1); ++u) {
          const double value = picture.row(v)[u];
          sum += value;
          squares += value * value;
          ++count;
        }
      const double mean = sum / count;
      const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
      out.push_back(picture.row(y)[x] < mean * (1 + 0.3 * (deviation / 128 - 1)) ? 0 : 255);
    }
  return Picture(picture.width_px(), picture.height_px(), 1, std::move(out), picture.resolution_dpi());
}

Picture corner_of(const Picture& page, int width, int height) {
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < height; ++y) pixels.insert(pixels.end(), page.row(y + 60) + 60, page.row(y + 60) + 60 + width);
  return Picture(width, height, 1, std::move(pixels), page.resolution_dpi());
}

TEST(Binarised, AgreesWithThePlainFormula) {
  const Picture page = corner_of(testing::shaded(drawn({}), 0.4), 120, 90);
  for (const int window : {3, 15, 61, 401})
    EXPECT_TRUE(testing::is_same(binarised(page, window), plainly_binarised(page, window))) << window;
}

TEST(Binarised, KeepsLettersInTheShade) {
  const Picture page = binarised(testing::shaded(drawn({}), 0.3), 61);
  double left = 0, right = 0;
  for (int y = 0; y < page.height_px(); ++y)
    for (int x = 0; x < page.width_px(); ++x) (x < page.width_px() / 2 ? left : right) += page.row(y)[x] == 0 ? 1 : 0;
  EXPECT_GT(left, 10000);
  EXPECT_NEAR(right / left, 1, 0.3);
}

TEST(Binarised, TakesAnyPage) {
  EXPECT_TRUE(binarised(Picture(), 61).is_empty());
  EXPECT_EQ(binarised(filled(1, 1, 0), 61).width_px(), 1);
  EXPECT_EQ(binarised(filled(2000, 1, 128), 5).row(0)[7], 255);
  EXPECT_EQ(binarised(filled(50, 50, 255), -3).row(9)[9], 255);
  EXPECT_EQ(binarised(Picture(1, 1, 3, {9, 9, 9}), 61).channels(), 1);
}

TEST(BinarisationWindow, FollowsTheLetters) {
  EXPECT_LT(binarisation_window_px(drawn({.x_height_px = 10})), binarisation_window_px(drawn({.x_height_px = 36})));
  EXPECT_EQ(binarisation_window_px(filled(100, 100, 255)), 61);
}

TEST(WolfBinarised, KeepsFaintInkThatSauvolaLoses) {
  // Faint ink on dark paper: Sauvola's threshold expects more contrast.
  const Picture page = drawn({.paper = 120, .ink = 90});
  const Picture truth = binarised(drawn({}), 61);
  const auto wrong = [&](const Picture& made) {
    double count = 0;
    for (int y = 0; y < made.height_px(); ++y)
      for (int x = 0; x < made.width_px(); ++x) count += made.row(y)[x] != truth.row(y)[x] ? 1 : 0;
    return count;
  };
  EXPECT_LT(wrong(wolf_binarised(page, 61)), wrong(binarised(page, 61)) / 2);
  EXPECT_TRUE(wolf_binarised(Picture(), 61).is_empty());
  EXPECT_EQ(wolf_binarised(filled(50, 50, 255), 9).row(9)[9], 255);
}

}  // namespace
}  // namespace emend::image
