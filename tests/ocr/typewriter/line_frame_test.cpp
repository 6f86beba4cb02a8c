// A line's own coordinates, on pages that lie as they like.
#include "ocr/typewriter/line_frame.h"

#include <gtest/gtest.h>

namespace emend::ocr {
namespace {

TEST(LineFrame, MeasuresAlongAndAboveHoweverThePageLies) {
  struct Case {
    document::Baseline baseline;
    image::Point point;  // ten pixels along the baseline, five above it
  };
  for (const Case& one : {Case{{100, 200, 300, 200}, {110, 195}}, Case{{100, 200, 100, 400}, {105, 210}},
                          Case{{300, 200, 100, 200}, {290, 205}}, Case{{100, 400, 100, 200}, {95, 390}}}) {
    document::Line line;
    line.baseline = one.baseline;
    const LineFrame frame(line);
    EXPECT_NEAR(frame.along(one.point), 10, 1e-9);
    EXPECT_NEAR(frame.above(one.point), 5, 1e-9);
    EXPECT_NEAR(frame.at(10, 5).x, one.point.x, 1e-9);
    EXPECT_NEAR(frame.at(10, 5).y, one.point.y, 1e-9);
    EXPECT_NEAR(frame.along_middle({static_cast<int>(one.point.x) - 2, static_cast<int>(one.point.y) - 3, 4, 6}), 10,
                1e-9);
  }
}

TEST(LineFrame, BoxesAreUpright) {
  document::Line line;
  line.baseline = {100, 200, 100, 400};
  EXPECT_EQ(LineFrame(line).box_of(10, 30, -2, 15), (document::Box{98, 210, 17, 20}));
}

TEST(LineFrame, WithoutABaselineTheBoxStandsForIt) {
  document::Line line;
  line.box = {10, 20, 300, 40};
  EXPECT_EQ(LineFrame(line).along({15, 0}), 5);
  EXPECT_EQ(LineFrame(line).above({15, 50}), 10);
}

}  // namespace
}  // namespace emend::ocr
