// Every step: what it measures, what it changes, and above all when it does nothing.
#include "image/step.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "image/damage.h"
#include "image/drawn_page.h"
#include "image/letters.h"
#include "image/run_step.h"
#include "image/turn.h"

namespace emend::image {
namespace {

using testing::drawn;
using testing::DrawnPage;
using testing::filled;
using testing::is_same;
using testing::run;
using testing::shaded;
using testing::strewn;
using testing::with_bar;
using testing::with_margins;
using testing::with_words;

TEST(Steps, DescribeThemselves) {
  std::set<std::string_view> ids;
  for (const auto& step : all_steps()) {
    EXPECT_TRUE(ids.insert(step->info().id).second) << step->info().id;
    EXPECT_FALSE(step->info().summary.empty());
    EXPECT_FALSE(step->info().why.empty());
    EXPECT_FALSE(step->info().tried_where.empty()) << step->info().id << " is for no damage";
  }
  EXPECT_EQ(ids, (std::set<std::string_view>{"stamp", "orientation", "despeckle", "border", "hole-punch", "blackout",
                                             "rule", "scrawl", "background", "show-through", "faint-ink", "strokes",
                                             "sharpen", "deskew", "dewarp", "resolution"}));
}

TEST(Steps, DoNothingWhereThereIsNothingToDo) {
  const struct {
    const char* name;
    Picture page;
  } cases[] = {
      {"clean", drawn({})},
      {"white", filled(1000, 1300, 255)},
      {"black", filled(1000, 1300, 0)},
      {"grey", filled(1000, 1300, 128)},
      {"one pixel", filled(1, 1, 0)},
      {"two pixels", filled(2, 1, 255)},
      {"column", filled(1, 2000, 0)},
      {"row", filled(2000, 1, 255)},
      {"thin", filled(3000, 70, 255)},
      {"thin and dark", filled(70, 3000, 30)},
      {"just large enough", filled(64, 64, 255)},
      {"empty", Picture()},
  };
  for (const auto& test : cases)
    for (const auto& step : all_steps()) {
      const StepResult result = step->run(test.page);
      EXPECT_FALSE(result.was_applied) << step->info().id << " on " << test.name << ": " << result.note;
      EXPECT_TRUE(is_same(result.picture, test.page)) << step->info().id << " on " << test.name;
      EXPECT_TRUE(result.to_input.is_identity());
      EXPECT_FALSE(result.note.empty());
    }
}

// A condition that names a figure that nobody measures would never hold.
TEST(Steps, AreTriedByFiguresThatAreMeasured) {
  const document::Damage damage = measure_damage(testing::with_ring(drawn({}), 500, 600, 100, 60, 40, 200));
  for (const auto& step : all_steps())
    for (const Condition& condition : step->info().tried_where)
      EXPECT_TRUE(damage.page.contains(std::string(condition.figure))) << step->info().id << ": " << condition.figure;
}

// A step that acts on a page is also tried there.
TEST(Steps, AreTriedWhereTheyAct) {
  const struct {
    const char* step;
    Picture page;
  } cases[] = {
      {"orientation", turned_right(drawn({.width = 1200, .height = 1600}), 1)},
      {"orientation", turned_right(drawn({.width = 1200, .height = 1600}), 2)},
      {"despeckle", strewn(drawn({}), 0.05)},
      {"border", with_margins(drawn({.paper = 225}), 30, 15)},
      {"border", with_margins(drawn({.paper = 225}), 100, 15)},
      {"blackout", with_bar(drawn({}), {300, 520, 260, 40})},
      {"scrawl", with_bar(drawn({}), {2, 100, 8, 1100})},
      {"background", shaded(drawn({}), 0.35)},
      {"background", drawn({.paper = 110})},
      {"faint-ink", drawn({.paper = 220, .ink = 180})},
      {"deskew", drawn({.angle_degrees = -8})},
      {"deskew", drawn({.angle_degrees = 0.8})},
      {"deskew", drawn({.angle_degrees = 5})},
      {"resolution", drawn({.x_height_px = 10, .paper = 185, .ink = 70})},
      {"resolution", drawn({.x_height_px = 7, .ink = 0, .resolution_dpi = 300})},
      {"stamp", testing::with_ring(drawn({}), 500, 600, 250, 60, 40, 200)},
      {"hole-punch", testing::with_disc(drawn({}), 40, 650, 18)},
      {"rule", with_bar(with_bar(with_bar(drawn({}), {100, 1242, 800, 4}), {100, 1262, 800, 4}), {100, 1280, 800, 4})},
      {"show-through", testing::shining_through(drawn({}), 0.3)},
      {"strokes", testing::lined(drawn({}), 3, 19)},
      {"sharpen", testing::blurred(drawn({}), 4)},
      {"dewarp", testing::curled(drawn({}), 60)},
  };
  for (const auto& step : all_steps()) {
    int tested = 0;
    for (const auto& test : cases) {
      if (step->info().id != test.step) continue;
      ++tested;
      const StepResult result = step->run(test.page);
      EXPECT_TRUE(result.was_applied) << test.step << ": " << result.note;
      const document::Damage damage = measure_damage(test.page);
      EXPECT_TRUE(holds_any(step->info().tried_where, damage))
          << test.step << ": " << measured(step->info().tried_where, damage);
    }
    EXPECT_GT(tested, 0) << "no page here is for " << step->info().id;
  }
}

// Property: same picture, same result; confidence and figures are numbers; boxes stay on the page that was given.
TEST(Steps, ArePureAndKeepTheWayBack) {
  const Picture pages[] = {
      drawn({.angle_degrees = 2.5}),
      turned_right(drawn({.width = 1200, .height = 1600}), 2),
      strewn(drawn({}), 0.05),
      with_margins(drawn({.paper = 225}), 40, 15),
      shaded(drawn({}), 0.4),
      drawn({.x_height_px = 10, .paper = 180, .ink = 90, .resolution_dpi = 0}),
      Picture(2, 2, 3, std::vector<std::uint8_t>(12, 7)),
      testing::curled(drawn({}), 50),
      testing::with_ring(drawn({}), 500, 600, 250, 60, 40, 200),
      testing::with_disc(drawn({}), 40, 650, 18),
      testing::shining_through(drawn({}), 0.3),
      testing::lined(drawn({}), 3, 19),
      testing::blurred(drawn({}), 4),
  };
  for (const Picture& page : pages)
    for (const auto& step : all_steps()) {
      const StepResult once = step->run(page);
      const StepResult again = step->run(page);
      EXPECT_TRUE(is_same(once.picture, again.picture)) << step->info().id;
      EXPECT_EQ(once.note, again.note);
      EXPECT_EQ(once.figures, again.figures);
      EXPECT_GE(once.confidence, 0);
      EXPECT_LE(once.confidence, 1);
      for (const auto& [name, value] : once.figures) EXPECT_TRUE(std::isfinite(value)) << name;
      // The whole result covers the whole input: no step loses a part of the page.
      const document::Box whole{0, 0, once.picture.width_px(), once.picture.height_px()};
      EXPECT_EQ(once.to_input(whole, page.width_px(), page.height_px()),
                (document::Box{0, 0, page.width_px(), page.height_px()}))
          << step->info().id;
    }
}

TEST(Deskew, MeasuresAndTakesBackTheAngle) {
  for (const double angle : {-8.0, -3.0, -0.8, 0.8, 1.7, 5.0, 9.0}) {
    const StepResult result = run("deskew", drawn({.angle_degrees = angle}));
    EXPECT_NEAR(result.figures.at("angle_degrees"), angle, 0.1);
    EXPECT_TRUE(result.was_applied) << angle << ": " << result.note;
    const StepResult after = run("deskew", result.picture);
    EXPECT_NEAR(after.figures.at("angle_degrees"), 0, 0.1);
    EXPECT_FALSE(after.was_applied);
  }
}

TEST(Deskew, LeavesAnglesThatEnginesFollow) {
  for (const double angle : {-0.3, 0.0, 0.05, 0.3})
    EXPECT_FALSE(run("deskew", drawn({.angle_degrees = angle})).was_applied);
}

TEST(Deskew, MapsAWordBackToWhereItWas) {
  // One dark square among the lines, away from the middle of the turn.
  Picture page = drawn({.angle_degrees = 4});
  std::vector<std::uint8_t> pixels(page.row(0),
                                   page.row(0) + page.row_bytes() * static_cast<std::size_t>(page.height_px()));
  const document::Box square{800, 30, 24, 24};
  for (int y = square.y; y < square.bottom(); ++y)
    for (int x = square.x; x < square.right(); ++x) pixels[static_cast<std::size_t>(y * 1000 + x)] = 128;
  page = Picture(1000, 1300, 1, std::move(pixels), 300);
  const StepResult result = run("deskew", page);
  ASSERT_TRUE(result.was_applied);
  document::Box found;
  // Flat grey, unlike the soft edges of letters.
  const auto is_square = [&](int x, int y) { return std::abs(result.picture.row(y)[x] - 128) < 3; };
  for (int y = 2; y < 200; ++y)
    for (int x = 702; x < result.picture.width_px() - 2; ++x)
      if (is_square(x, y) && is_square(x - 2, y) && is_square(x + 2, y) && is_square(x, y - 2) && is_square(x, y + 2))
        found = united(found, {x, y, 1, 1});
  const document::Box back = result.to_input(found, 1000, 1300);
  EXPECT_NEAR(back.x + back.width / 2, square.x + 12, 2);
  EXPECT_NEAR(back.y + back.height / 2, square.y + 12, 2);
}

TEST(Orientation, TurnsPagesBack) {
  const Picture page = drawn({.width = 1200, .height = 1600});
  for (int quarters = 1; quarters < 4; ++quarters) {
    const StepResult result = run("orientation", turned_right(page, quarters));
    ASSERT_TRUE(result.was_applied) << quarters << " quarters: " << result.note;
    EXPECT_EQ(result.figures.at("turned_right_degrees"), 360 - 90 * quarters);
    EXPECT_TRUE(is_same(result.picture, page)) << quarters;
  }
  EXPECT_FALSE(run("orientation", page).was_applied);
}

TEST(Orientation, LeavesPagesOfFewWords) {
  const StepResult result = run("orientation", turned_right(drawn({.width = 500, .height = 300}), 2));
  EXPECT_FALSE(result.was_applied);
}

TEST(Resolution, EnlargesSmallGreyLetters) {
  const Picture page = drawn({.x_height_px = 10, .paper = 185, .ink = 70, .resolution_dpi = 0});
  const StepResult result = run("resolution", page);
  EXPECT_NEAR(result.figures.at("x_height_px"), 10, 2);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_NEAR(measure_letter_height(find_letters(result.picture)).x_height_px, 30, 4);
  EXPECT_NEAR(result.picture.resolution_dpi(), 375, 60);
  const document::Box back = result.to_input({0, 0, result.picture.width_px(), result.picture.height_px()}, 1000, 1300);
  EXPECT_EQ(back, (document::Box{0, 0, 1000, 1300}));
}

TEST(Resolution, LeavesBlackAndWhiteAndLargeLetters) {
  EXPECT_EQ(run("resolution", drawn({.x_height_px = 10, .ink = 0})).picture.width_px(), 1000);
  EXPECT_FALSE(run("resolution", drawn({.x_height_px = 24, .paper = 185, .ink = 70})).was_applied);
}

TEST(Resolution, ThatTheLettersContradictIsNotBelieved) {
  // Letters of 6 pixels at 300 dots per inch would be half a millimetre high.
  const StepResult result = run("resolution", drawn({.x_height_px = 7, .ink = 0, .resolution_dpi = 300}));
  EXPECT_EQ(result.picture.resolution_dpi(), 0) << result.note;
  EXPECT_TRUE(result.to_input.is_identity());
  EXPECT_FALSE(run("resolution", drawn({.x_height_px = 14, .ink = 0, .resolution_dpi = 300})).was_applied);
}

double share_of(const Picture& page, int x0, int x1, std::uint8_t from, std::uint8_t to) {
  double count = 0;
  for (int y = 0; y < page.height_px(); ++y)
    for (int x = x0; x < x1; ++x) count += page.row(y)[x] >= from && page.row(y)[x] <= to ? 1 : 0;
  return count / (static_cast<double>(page.height_px()) * (x1 - x0));
}

TEST(Border, PaintsDarkMargins) {
  for (const int thickness : {12, 30, 100}) {
    const StepResult result = run("border", with_margins(drawn({.paper = 225}), thickness, 15));
    ASSERT_TRUE(result.was_applied) << thickness << ": " << result.note;
    EXPECT_NEAR(result.figures.at("margin_share"), thickness / 1000.0 + thickness / 1300.0, 0.02);
    EXPECT_EQ(result.picture.row(5)[500], 225);
    EXPECT_EQ(result.picture.row(700)[thickness / 2], 225);
    EXPECT_EQ(result.picture.width_px(), 1000);
  }
}

TEST(Border, LeavesSlivers) { EXPECT_FALSE(run("border", with_margins(drawn({.paper = 225}), 4, 15)).was_applied); }

TEST(Border, LeavesLettersAtTheEdge) {
  // The page cut through its lines at the left: letters touch the edge.
  const Picture page = drawn({});
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < 1300; ++y) pixels.insert(pixels.end(), page.row(y) + 100, page.row(y) + 1000);
  const StepResult result = run("border", Picture(900, 1300, 1, std::move(pixels), 300));
  EXPECT_FALSE(result.was_applied) << result.note;
}

// Where the ink of `box` is black, from 0 to 1.
double blackness(const Picture& page, const document::Box& box) {
  double dark = 0;
  for (int y = box.y; y < box.bottom(); ++y)
    for (int x = box.x; x < box.right(); ++x) dark += page.row(y)[x] < 100 ? 1 : 0;
  return dark / (static_cast<double>(box.width) * box.height);
}

TEST(Blackout, PaintsBarsAndTellsWhereTheyAre) {
  const document::Box bar{300, 520, 260, 40};
  const StepResult result = run("blackout", with_bar(drawn({}), bar));
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_EQ(result.figures.at("bars"), 1);
  EXPECT_NEAR(result.figures.at("bar_share"), 260 * 40 / 1.3e6, 0.004);
  EXPECT_LT(blackness(result.picture, bar), 0.02);
  ASSERT_EQ(result.regions.size(), 1U);
  EXPECT_EQ(result.regions[0].kind, document::RegionKind::kBlackout);
  EXPECT_NEAR(result.regions[0].box.x, bar.x, 8);
  EXPECT_NEAR(result.regions[0].box.width, bar.width, 16);
}

TEST(Blackout, LeavesLettersBesideABar) {
  const Picture page = drawn({});
  const StepResult result = run("blackout", with_bar(page, {300, 520, 260, 40}));
  ASSERT_TRUE(result.was_applied) << result.note;
  int changed_outside = 0;  // of the bar and its rim
  for (int y = 0; y < 1300; ++y)
    for (int x = 0; x < 1000; ++x) {
      const bool is_outside = x < 270 || x >= 590 || y < 490 || y >= 590;
      changed_outside += is_outside && result.picture.row(y)[x] != page.row(y)[x] ? 1 : 0;
    }
  EXPECT_EQ(changed_outside, 0);
}

TEST(Blackout, LeavesBoldTypeAndThinRules) {
  EXPECT_FALSE(run("blackout", drawn({.x_height_px = 40})).was_applied);
  EXPECT_FALSE(run("blackout", with_bar(drawn({}), {100, 520, 800, 4})).was_applied);
}

TEST(Scrawl, PaintsLongStrokesOutsideTheLines) {
  // A stroke down the left margin, where no line is.
  const document::Box stroke{2, 100, 8, 1100};
  const StepResult result = run("scrawl", with_bar(drawn({}), stroke));
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_LT(blackness(result.picture, stroke), 0.02);
  ASSERT_FALSE(result.regions.empty());
  EXPECT_EQ(result.regions[0].kind, document::RegionKind::kScrawl);
}

TEST(Scrawl, KeepsDisplayTypeBesideALine) {
  const Picture page = with_words(with_words(drawn({.x_height_px = 20}), "OFM", 220, 80, 44),
                                  "of the delegates of the land", 480, 80, 20);
  const Picture scrawled = with_bar(page, {2, 150, 12, 1100});
  const StepResult result = run("scrawl", scrawled);
  ASSERT_TRUE(result.was_applied) << result.note;
  int lost = 0;
  for (int y = 0; y < 110; ++y)
    for (int x = 0; x < 1000; ++x) lost += result.picture.row(y)[x] != page.row(y)[x] ? 1 : 0;
  EXPECT_EQ(lost, 0);
}

TEST(Scrawl, KeepsWhatCrossesALine) {
  // A frame whose right side runs through the text: the parts inside the lines stay, since letters hang on them.
  const document::Box stroke{500, 20, 6, 1260};
  const Picture text = drawn({});
  const Picture page = with_bar(with_bar(with_bar(text, {2, 20, 8, 1260}), {2, 20, 504, 8}), stroke);
  const StepResult result = run("scrawl", page);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_LT(blackness(result.picture, {500, 20, 6, 40}), 0.02) << "above the first line";
  for (const int baseline : {360, 504, 648})
    EXPECT_GT(blackness(result.picture, {500, baseline - 24, 6, 24}), 0.98) << baseline;
  double lost = 0, ink = 0;
  for (int y = 0; y < 1300; ++y)
    for (int x = 0; x < 1000; ++x) {
      if (x >= stroke.x - 10 && x < stroke.right() + 10) continue;
      ink += text.row(y)[x] < 100 ? 1 : 0;
      lost += text.row(y)[x] < 100 && result.picture.row(y)[x] >= 100 ? 1 : 0;
    }
  EXPECT_LT(lost, ink / 1000) << result.note;
}

TEST(Despeckle, TakesOutSaltAndPepper) {
  const Picture clean = drawn({});
  const Picture dirty = strewn(clean, 0.05);
  const StepResult result = run("despeckle", dirty);
  // Half of the noise is white on white, and some specks touch.
  EXPECT_NEAR(result.figures.at("speck_share"), 0.02, 0.006);
  ASSERT_TRUE(result.was_applied) << result.note;
  double before = 0, after = 0;
  for (int y = 0; y < 1300; ++y)
    for (int x = 0; x < 1000; ++x) {
      before += std::abs(dirty.row(y)[x] - clean.row(y)[x]);
      after += std::abs(result.picture.row(y)[x] - clean.row(y)[x]);
    }
  EXPECT_LT(after, before / 4);
}

TEST(Despeckle, KeepsFullStopsOfSmallType) {
  // Small letters of 12 pixels have full stops of two by two.
  const Picture page = drawn({.x_height_px = 12});
  std::vector<std::uint8_t> pixels(page.row(0), page.row(0) + 1000 * 1300);
  for (const std::size_t y : {1280u, 1281u})
    for (std::size_t x = 100; x < 900; x += 40) pixels[y * 1000 + x] = pixels[y * 1000 + x + 1] = 0;
  const StepResult result = run("despeckle", strewn(Picture(1000, 1300, 1, std::move(pixels), 300), 0.04));
  ASSERT_TRUE(result.was_applied) << result.note;
  int kept = 0;
  for (int x = 100; x < 900; x += 40) kept += result.picture.row(1280)[x] < 128 ? 1 : 0;
  EXPECT_GE(kept, 17);  // of twenty; the noise itself takes some
}

TEST(Background, EvensTheShade) {
  const StepResult result = run("background", shaded(drawn({}), 0.35));
  EXPECT_GT(result.figures.at("unevenness_levels"), 100);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_GT(share_of(result.picture, 0, 200, 225, 255), 0.6);
  EXPECT_GT(share_of(result.picture, 800, 1000, 225, 255), 0.6);
}

TEST(FaintInk, IsDarkened) {
  const StepResult result = run("faint-ink", drawn({.paper = 220, .ink = 180}));
  EXPECT_GT(result.figures.at("ink_share"), 0.75);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_GT(share_of(result.picture, 0, 1000, 0, 110), 0.03);
}

TEST(Background, LeavesBlackenedLinesBlack) {
  const Picture page = shaded(drawn({}), 0.4);
  std::vector<std::uint8_t> pixels(page.row(0), page.row(0) + 1000 * 1300);
  for (std::size_t y = 600; y < 700; ++y)
    for (std::size_t x = 300; x < 800; ++x) pixels[y * 1000 + x] = 5;
  const StepResult result = run("background", Picture(1000, 1300, 1, std::move(pixels), 300));
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_LT(result.picture.row(650)[550], 60);
}

}  // namespace
}  // namespace emend::image
