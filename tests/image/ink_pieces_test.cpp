// Connected ink as runs, and against OpenCV's components.
#include "image/ink_pieces.h"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace emend::image {
namespace {

// '#' is ink.
cv::Mat drawn(const std::vector<std::string>& rows) {
  cv::Mat ink = cv::Mat::zeros(static_cast<int>(rows.size()), static_cast<int>(rows.front().size()), CV_8U);
  for (int y = 0; y < ink.rows; ++y)
    for (int x = 0; x < ink.cols; ++x)
      if (rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#') ink.at<std::uint8_t>(y, x) = 255;
  return ink;
}

TEST(InkPieces, TouchAtSidesAndCorners) {
  const InkPieces found = find_ink_pieces(drawn({"##....#..#",  //
                                                 "..#...#..#",  //
                                                 ".#....####",  //
                                                 "....#....."}));
  ASSERT_EQ(found.pieces.size(), 3U);
  EXPECT_EQ(found.pieces[0].box, cv::Rect(0, 0, 3, 3));
  EXPECT_EQ(found.pieces[0].area, 4);
  EXPECT_EQ(found.pieces[1].box, cv::Rect(6, 0, 4, 3));
  EXPECT_EQ(found.pieces[1].area, 8);
  EXPECT_EQ(found.pieces[2].box, cv::Rect(4, 3, 1, 1));
}

TEST(InkPieces, NoneOnEmptyPaper) {
  EXPECT_TRUE(find_ink_pieces(cv::Mat()).pieces.empty());
  EXPECT_TRUE(find_ink_pieces(cv::Mat::zeros(20, 30, CV_8U)).pieces.empty());
}

TEST(InkPieces, AreThoseOfOpenCv) {
  for (const double share : {0.02, 0.2, 0.4, 0.6, 0.95}) {
    cv::Mat noise(97, 131, CV_8U);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::UNIFORM, 0, 256);
    const cv::Mat ink = noise < share * 256;
    const InkPieces found = find_ink_pieces(ink);
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
    ASSERT_EQ(found.pieces.size(), static_cast<std::size_t>(count - 1)) << share;
    cv::Mat painted = cv::Mat::zeros(ink.size(), CV_8U);
    for (const InkRun& run : found.runs) {
      const int* row = stats.ptr<int>(labels.at<int>(run.y, run.begin));
      const InkPiece& piece = found.pieces[run.piece];
      EXPECT_EQ(piece.box,
                cv::Rect(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]));
      EXPECT_EQ(piece.area, row[cv::CC_STAT_AREA]);
    }
    paint_pieces(
        found, [](std::size_t) { return true; }, painted);
    EXPECT_EQ(cv::countNonZero(painted != ink), 0);
  }
}

}  // namespace
}  // namespace emend::image
