#include "image/raised_ink.h"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace emend::image {
namespace {

// A white picture with black rectangles; the line's feet stand at y = 60, its x-height is 20.
class Sheet {
 public:
  Sheet() : pixels_(kWidth * kHeight, 255) {}
  Sheet& ink(int x, int y, int width, int height) {
    for (int row = y; row < y + height; ++row)
      for (int column = x; column < x + width; ++column) pixels_[static_cast<std::size_t>(row * kWidth + column)] = 0;
    return *this;
  }
  std::vector<RaisedInk> raised(document::Baseline baseline = {20, 60, 280, 60}) const {
    document::Line line;
    line.box = {20, 40, 260, 20};
    line.baseline = baseline;
    line.x_height_px = 20;
    return raised_ink(Picture(kWidth, kHeight, 1, pixels_), line);
  }

 private:
  static constexpr int kWidth = 300, kHeight = 100;
  std::vector<std::uint8_t> pixels_;
};

TEST(RaisedInk, AFigureBehindALetter) {
  const auto raised = Sheet().ink(40, 40, 16, 20).ink(60, 30, 12, 18).raised();
  ASSERT_EQ(raised.size(), 1u);
  EXPECT_EQ(raised[0].box, (document::Box{60, 30, 12, 18}));
  EXPECT_NEAR(raised[0].height, 0.9, 0.01);
  EXPECT_NEAR(raised[0].width, 0.6, 0.01);
  EXPECT_NEAR(raised[0].rise, 0.65, 0.1);
  EXPECT_NEAR(raised[0].gap_before, 0.25, 0.1);
  EXPECT_GT(raised[0].gap_after, 10);
  EXPECT_NEAR(raised[0].fill, 1, 0.01);
}

TEST(RaisedInk, AQuoteIsTwoPieces) {
  const auto raised = Sheet().ink(40, 26, 6, 12).ink(49, 26, 6, 12).ink(62, 40, 16, 20).raised();
  ASSERT_EQ(raised.size(), 2u);
  EXPECT_LT(raised[0].box.x, raised[1].box.x);
}

TEST(RaisedInk, NeitherLettersNorDotsNorStops) {
  EXPECT_TRUE(Sheet().ink(40, 40, 16, 20).raised().empty()) << "a letter";
  EXPECT_TRUE(Sheet().ink(40, 40, 6, 20).ink(39, 28, 7, 7).raised().empty()) << "the dot of an i";
  EXPECT_TRUE(Sheet().ink(40, 55, 5, 5).raised().empty()) << "a full stop";
  EXPECT_TRUE(Sheet().ink(40, 2, 12, 10).raised().empty()) << "the line above";
  EXPECT_TRUE(Sheet().raised().empty());
}

TEST(RaisedInk, ALineThatRunsDownThePictureHasNone) {
  EXPECT_TRUE(Sheet().ink(60, 30, 12, 18).raised({20, 0, 30, 90}).empty());
}

}  // namespace
}  // namespace emend::image
