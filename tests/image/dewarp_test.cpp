// Curled pages: how the curl is measured, what straightening is worth, and the way back.
#include <gtest/gtest.h>

#include <cmath>

#include "image/drawn_page.h"
#include "image/page_curl.h"
#include "image/run_step.h"

namespace emend::image {
namespace {

using testing::curled;
using testing::distance;
using testing::drawn;
using testing::run;

PageCurl curl_of(const Picture& page) { return measure_curl(find_text_lines(page), page.width_px(), page.height_px()); }

TEST(PageCurl, IsMeasured) {
  EXPECT_LT(curl_of(drawn({})).bend_px, 3);
  // A slope is none.
  EXPECT_LT(curl_of(drawn({.angle_degrees = 1.5})).bend_px, 4);
  for (const double depth : {20.0, 40.0, 80.0}) {
    // The letters end a little before the edge.
    const PageCurl curl = curl_of(curled(drawn({}), depth));
    EXPECT_NEAR(curl.depth_px, depth * 0.8 * 0.8, 0.2 * depth);
    EXPECT_NEAR(curl.at(750, 650) - curl.at(500, 650), depth / 4, 2);
    EXPECT_NEAR(curl.at(250, 650) - curl.at(500, 650), 0, 2);
    EXPECT_LT(curl.off_curl_px, 2.5);
  }
}

TEST(Dewarp, LaysLinesStraight) {
  const Picture flat = drawn({});
  for (const double depth : {50.0, 80.0, 120.0}) {
    const Picture page = curled(flat, depth);
    const StepResult result = run("dewarp", page);
    ASSERT_TRUE(result.was_applied) << result.note;
    EXPECT_LT(curl_of(result.picture).bend_px, 4);
    // How far the page lies lower in the taller picture.
    const int down = static_cast<int>(std::lround(-result.to_input({500, 0}).y));
    EXPECT_LT(distance(result.picture, flat, down), distance(page, flat) / 2) << depth;
    EXPECT_GT(result.confidence, 0.5F);
  }
}

TEST(Dewarp, MapsAWordBackToWhereItWas) {
  const Picture flat = drawn({});
  const double depth = 60;
  const Picture page = curled(flat, depth);
  const StepResult result = run("dewarp", page);
  ASSERT_TRUE(result.was_applied) << result.note;
  const int down = static_cast<int>(std::lround(-result.to_input({500, 0}).y));
  for (const int x : {150, 400, 600, 750, 850})
    for (const int y : {200, 650, 1100}) {
      const document::Box back = result.to_input(document::Box{x, y + down, 20, 20}, 1000, 1300);
      const double u = std::max(0.0, 2.0 * (x + 10) / 1000 - 1);
      EXPECT_NEAR(back.x, x, 1);
      EXPECT_NEAR(back.y + back.height / 2.0, y + 10 + depth * u * u, 2.5) << x << ", " << y;
      EXPECT_LE(back.height, 32);
    }
}

TEST(Dewarp, LeavesPagesWhoseLinesAreStraightOrNone) {
  EXPECT_FALSE(run("dewarp", drawn({})).was_applied);
  EXPECT_FALSE(run("dewarp", drawn({.angle_degrees = 2})).was_applied);
  EXPECT_FALSE(run("dewarp", curled(drawn({.height = 300}), 40)).was_applied);
  EXPECT_FALSE(run("dewarp", testing::strewn(testing::filled(1000, 1300, 255), 0.02)).was_applied);
}

TEST(Transform, BendsAndComposes) {
  auto grid = std::make_shared<ShiftGrid>();
  *grid = {10, 3, 2, {0, 5, 10, 0, 5, 10}};
  const Transform bent = Transform::bend(grid);
  EXPECT_FALSE(bent.is_identity());
  EXPECT_DOUBLE_EQ(bent({10, 4}).y, 9);
  EXPECT_DOUBLE_EQ(bent({15, 4}).y, 11.5);
  EXPECT_DOUBLE_EQ(bent({99, 4}).y, 14);  // the nearest node's beyond the grid
  const Transform twice = Transform::scale(2, 2).after(bent).after(Transform::shift(5, 1)).after(bent);
  // (10, 4) -> (10, 9) -> (15, 10) -> (15, 17.5) -> (30, 35)
  EXPECT_DOUBLE_EQ(twice({10, 4}).x, 30);
  EXPECT_DOUBLE_EQ(twice({10, 4}).y, 35);
  // Of a box its bent sides count, not its corners alone.
  *grid = {50, 3, 2, {0, 20, 0, 0, 20, 0}};
  EXPECT_EQ(Transform::bend(grid)(document::Box{0, 0, 100, 10}, 200, 200).bottom(), 30);
}

}  // namespace
}  // namespace emend::image
