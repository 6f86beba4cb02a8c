#include "image/letters.h"

#include <gtest/gtest.h>

#include "image/drawn_page.h"

namespace emend::image {
namespace {

using testing::drawn;
using testing::filled;

TEST(LetterHeight, IsMeasuredOnDrawnPages) {
  for (const double x_height : {10.0, 16.0, 24.0, 36.0}) {
    const LetterHeight height = measure_letter_height(find_letters(drawn({.x_height_px = x_height})));
    EXPECT_NEAR(height.x_height_px, x_height, x_height * 0.2 + 1);
    EXPECT_GT(height.confidence, 0.5) << x_height;
  }
}

TEST(LetterHeight, DoesNotDependOnTheReduction) {
  // Over four million pixels, so that it is measured on half of them.
  const Letters letters = find_letters(drawn({.width = 2000, .height = 2600, .x_height_px = 36}));
  EXPECT_EQ(letters.reduction, 2);
  EXPECT_NEAR(measure_letter_height(letters).x_height_px, 36, 36 * 0.2 + 1);
}

TEST(FindLetters, FindsNoneWhereThereAreNone) {
  for (const Picture& page :
       {filled(300, 300, 255), filled(300, 300, 0), filled(1, 1, 0), filled(1, 900, 10), Picture()}) {
    const Letters letters = find_letters(page);
    EXPECT_TRUE(letters.boxes.empty());
    EXPECT_EQ(measure_letter_height(letters).x_height_px, 0);
    EXPECT_EQ(measure_letter_height(letters).confidence, 0);
  }
}

TEST(FindLetters, LeavesOutRulesAndSpecks) {
  Picture page = filled(600, 600, 255);
  std::vector<std::uint8_t> pixels(page.row(0), page.row(0) + 600 * 600);
  for (std::size_t x = 50; x < 550; ++x)
    for (std::size_t y = 300; y < 306; ++y) pixels[y * 600 + x] = 0;
  pixels[100 * 600 + 100] = 0;
  EXPECT_TRUE(find_letters(Picture(600, 600, 1, std::move(pixels))).boxes.empty());
}

}  // namespace
}  // namespace emend::image
