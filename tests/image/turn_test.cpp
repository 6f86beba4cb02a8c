#include "image/turn.h"

#include <gtest/gtest.h>

#include <string>

namespace emend::image {
namespace {

// Three by two pixels: abc above def.
Picture letters() { return Picture(3, 2, 1, {'a', 'b', 'c', 'd', 'e', 'f'}, 300); }

std::string rows_of(const Picture& picture) {
  std::string rows;
  for (int y = 0; y < picture.height_px(); ++y) {
    if (y > 0) rows += '/';
    rows.append(reinterpret_cast<const char*>(picture.row(y)), picture.row_bytes());
  }
  return rows;
}

TEST(Upright, FollowsEveryExifNumber) {
  const char* const expected[] = {"abc/def",  "abc/def",  "cba/fed",  "fed/cba",  "def/abc",
                                  "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad", "abc/def"};
  for (int number = 0; number < 10; ++number)
    EXPECT_EQ(rows_of(upright(letters(), number)), expected[number]) << "EXIF orientation " << number;
}

TEST(Upright, KeepsColourAndResolution) {
  const Picture colour(2, 1, 3, {1, 2, 3, 4, 5, 6}, 240);
  const Picture turned = upright(colour, 3);
  EXPECT_EQ(turned.row(0)[0], 4);
  EXPECT_EQ(turned.resolution_dpi(), 240);
}

TEST(Upright, EmptyStaysEmpty) { EXPECT_TRUE(upright(Picture(), 6).is_empty()); }

// Property: a pixel's box in the turned picture maps to the pixel that it came from.
TEST(TurnedRight, EveryPixelFindsItsWayBack) {
  const Picture picture = letters();
  for (int quarters = 0; quarters < 4; ++quarters) {
    const Picture turned = turned_right(picture, quarters);
    const Transform back = turned_right_to_input(picture.width_px(), picture.height_px(), quarters);
    for (int y = 0; y < turned.height_px(); ++y)
      for (int x = 0; x < turned.width_px(); ++x) {
        const document::Box box = back({x, y, 1, 1}, picture.width_px(), picture.height_px());
        ASSERT_EQ(box.width, 1);
        ASSERT_EQ(box.height, 1);
        EXPECT_EQ(picture.row(box.y)[box.x], turned.row(y)[x]) << quarters << " quarters";
      }
  }
}

}  // namespace
}  // namespace emend::image
