// Lines found by their ink, cut out, measured and restored in variants.
#include "image/text_lines.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "image/cut_line.h"
#include "image/damage.h"
#include "image/drawn_page.h"
#include "image/line_variants.h"
#include "image/opencv_view.h"

namespace emend::image {
namespace {

using testing::drawn;
using testing::filled;
using testing::shaded;
using testing::strewn;

std::vector<TextLine> orderly(const TextLines& found) {
  std::vector<TextLine> lines;
  for (const TextLine& line : found.lines)
    if (is_orderly(line)) lines.push_back(line);
  return lines;
}

TEST(FindTextLines, FindsEveryLineOnce) {
  // Lines are drawn from 144 pixels on, every 72.
  const TextLines found = find_text_lines(drawn({}));
  const std::vector<TextLine> lines = orderly(found);
  ASSERT_GE(lines.size(), 14U);
  EXPECT_NEAR(found.letter_height_px, 27, 4);
  EXPECT_NEAR(found.skew_degrees, 0, 0.05);
  for (const TextLine& line : lines) {
    const double row = (line.baseline_left - 144) / 72;
    EXPECT_NEAR(row, std::round(row), 0.06) << line.baseline_left;
  }
}

TEST(FindTextLines, FollowsLinesThatFall) {
  EXPECT_NEAR(find_text_lines(drawn({.angle_degrees = 1})).skew_degrees, 1, 0.15);
}

TEST(FindTextLines, FindsNoneWhereNothingIsWritten) {
  EXPECT_TRUE(find_text_lines(filled(1000, 1300, 255)).lines.empty());
  EXPECT_TRUE(find_text_lines(Picture()).lines.empty());
}

TEST(RegularityOf, TellsAGridFromPrint) {
  const auto page_of = [](bool is_typed) {
    cv::Mat page(600, 1400, CV_8U, cv::Scalar(255));
    cv::RNG random(3);
    for (int row = 0; row < 6; ++row)
      for (int x = 100, i = 0; i < 40; ++i) {
        const int width = is_typed ? 14 : random.uniform(6, 26);
        cv::rectangle(page, cv::Rect(x, 100 + 60 * row, width, 18), cv::Scalar(0), 3);
        x += is_typed ? 25 : width + 8;
      }
    return to_picture(page, 200);
  };
  EXPECT_GT(regularity_of(find_text_lines(page_of(true))), 0.95);
  EXPECT_LT(regularity_of(find_text_lines(page_of(false))), 0.45);
  EXPECT_EQ(regularity_of(find_text_lines(filled(1000, 1300, 255))), 0);
}

TEST(CutLine, LaysALineLevelAndKnowsTheWayBack) {
  const Picture page = drawn({.angle_degrees = 1});
  const std::vector<TextLine> lines = orderly(find_text_lines(page));
  ASSERT_FALSE(lines.empty());
  const TextLine& line = lines[lines.size() / 2];
  const CutRoom room = room_of_line(line.tall_px);
  const LineCut cut = cut_line(page, line, room);
  EXPECT_EQ(cut.strip.height_px(), std::lround(room.above_px + room.below_px));
  const Point left = cut.to_page({room.left_px, room.above_px});
  EXPECT_NEAR(left.x, line.box.x, 1.5);
  EXPECT_NEAR(left.y, line.baseline_left, 1.5);
  const Point right = cut.to_page({room.left_px + line.box.width, room.above_px});
  EXPECT_NEAR(right.y, line.baseline_right, 1.5);
}

TEST(CutLine, IsEmptyBesideThePage) {
  TextLine line;
  line.box = {5000, 10, 100, 20};
  EXPECT_TRUE(cut_line(drawn({}), line, room_of_line(20)).strip.is_empty());
}

TEST(MeasureDamage, TellsWhatWasDone) {
  const auto clean = measure_damage(drawn({})).page;
  EXPECT_NEAR(clean.at("x_height_px"), 27, 4);
  EXPECT_GT(clean.at("contrast_share"), 0.85);
  EXPECT_LT(clean.at("speck_share"), 0.001);
  EXPECT_LT(clean.at("paper_slope_levels"), 5);
  EXPECT_GT(measure_damage(strewn(drawn({}), 0.05)).page.at("speck_share"), 0.01);
  EXPECT_GT(measure_damage(shaded(drawn({}), 0.5)).page.at("paper_slope_levels"), 60);
  EXPECT_LT(measure_damage(drawn({.paper = 220, .ink = 150})).page.at("contrast_share"), 0.4);
  EXPECT_NEAR(measure_damage(drawn({.angle_degrees = 1})).page.at("skew_degrees"), 1, 0.15);
}

// Everything that is told of the page's look is told of its tiles, too.
TEST(MeasureDamage, TellsEveryFigureOfTiles) {
  const document::Damage damage = measure_damage(drawn({.angle_degrees = 1}));
  for (const char* name :
       {"speck_share", "stroke_width_px", "edge_width_px", "ink_level", "paper_level", "contrast_share",
        "paper_slope_levels", "show_through_share", "skew_degrees", "bend_px", "x_height_px", "pitch_px"}) {
    EXPECT_TRUE(damage.page.contains(name)) << name;
    EXPECT_TRUE(damage.tiles.contains(name)) << name;
  }
  const auto middle = static_cast<std::size_t>(damage.tile_columns * 2 + 1);
  EXPECT_NEAR(damage.tiles.at("skew_degrees")[middle], 1, 0.4);
  EXPECT_NEAR(damage.tiles.at("x_height_px")[middle], 27, 4);
  EXPECT_NEAR(damage.tiles.at("pitch_px")[middle], damage.page.at("pitch_px"), 6);
}

TEST(MeasureDamage, TellsWhatStepsAreTriedBy) {
  const auto page = [](const Picture& picture) { return measure_damage(picture).page; };
  const auto clean = page(drawn({}));
  EXPECT_LT(clean.at("dark_edge_share"), 0.001);
  EXPECT_GT(page(testing::with_margins(drawn({.paper = 225}), 30, 15)).at("dark_edge_share"), 0.3);
  EXPECT_LT(clean.at("thick_ink_share"), 0.0001);
  EXPECT_NEAR(page(testing::with_bar(drawn({}), {300, 520, 260, 40})).at("thick_ink_share"), 260 * 40 / 1.3e6, 0.002);
  EXPECT_LT(clean.at("rule_share"), 0.005);
  EXPECT_GT(page(testing::with_bar(drawn({}), {100, 1242, 800, 4})).at("rule_share"), 0.015);
  EXPECT_LT(clean.at("blur_share"), 0.15);
  EXPECT_GT(page(testing::blurred(drawn({}), 4)).at("blur_share"), 0.25);
  EXPECT_LT(clean.at("bend_share"), 0.2);
  EXPECT_GT(page(testing::curled(drawn({}), 60)).at("bend_share"), 0.5);
  EXPECT_FALSE(clean.contains("coloured_ink_share"));
  EXPECT_GT(page(testing::with_ring(drawn({}), 500, 600, 250, 60, 40, 200)).at("coloured_ink_share"), 0.05);
  EXPECT_NEAR(clean.at("x_height_mm"), clean.at("x_height_px") / 300 * 25.4, 0.01);
}

TEST(MeasureDamage, TellsWhereItIs) {
  const document::Damage damage = measure_damage(shaded(drawn({}), 0.5));
  const auto& levels = damage.tiles.at("paper_level");
  ASSERT_EQ(levels.size(), static_cast<std::size_t>(damage.tile_columns * damage.tile_rows));
  EXPECT_GT(levels[0], levels[static_cast<std::size_t>(damage.tile_columns) - 1] + 50);
}

TEST(MeasureDamage, DoesNoHarmToEmptyPages) {
  EXPECT_TRUE(measure_damage(Picture()).page.empty());
  EXPECT_TRUE(measure_damage(filled(3, 3, 0)).page.empty());
  for (const auto& [name, value] : measure_damage(filled(1000, 1300, 255)).page)
    EXPECT_TRUE(std::isfinite(value)) << name;
}

TEST(LineVariants, AreNamedAndOfOneSize) {
  const Picture strip = drawn({.width = 600, .height = 120, .paper = 200, .ink = 150});
  const std::vector<LineVariant> variants = line_variants(strip, 34);
  const std::vector<std::string_view> names = line_variant_names();
  ASSERT_EQ(variants.size(), names.size());
  for (std::size_t i = 0; i < variants.size(); ++i) {
    EXPECT_EQ(variants[i].name, names[i]);
    EXPECT_EQ(variants[i].strip.width_px(), 600);
    EXPECT_EQ(variants[i].strip.height_px(), 120);
  }
}

TEST(LineVariants, DarkenFaintInk) {
  const Picture strip = drawn({.width = 600, .height = 400, .paper = 200, .ink = 150});
  const auto darkest = [](const Picture& picture) {
    int level = 255;
    for (int y = 0; y < picture.height_px(); ++y)
      for (int x = 0; x < picture.width_px(); ++x) level = std::min<int>(level, picture.row(y)[x]);
    return level;
  };
  EXPECT_GE(darkest(strip), 145);
  for (const LineVariant& variant : line_variants(strip, 34)) {
    if (variant.name != "darkened") continue;
    EXPECT_LT(darkest(variant.strip), 60);
  }
}

}  // namespace
}  // namespace emend::image
