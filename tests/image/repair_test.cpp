// Steps that mend letters or take marks off the page: what they are worth on damage of a known size.
#include <gtest/gtest.h>

#include <cmath>

#include "image/drawn_page.h"
#include "image/letter_faults.h"
#include "image/run_step.h"

namespace emend::image {
namespace {

using testing::blurred;
using testing::distance;
using testing::drawn;
using testing::filled;
using testing::lined;
using testing::run;
using testing::shining_through;
using testing::with_bar;
using testing::with_disc;
using testing::with_ring;

// By the green of a colour picture, which is nearest to what engines see.
double ink_share(const Picture& page, const document::Box& box) {
  double dark = 0;
  const auto channels = static_cast<std::size_t>(page.channels());
  const std::size_t green = channels > 1 ? 1 : 0;
  for (int y = box.y; y < box.bottom(); ++y)
    for (int x = box.x; x < box.right(); ++x)
      dark += page.row(y)[static_cast<std::size_t>(x) * channels + green] < 150 ? 1 : 0;
  return dark / (static_cast<double>(box.width) * box.height);
}

TEST(ShowThrough, TakesTheBackAway) {
  const Picture front = drawn({});
  for (const double share : {0.2, 0.3, 0.4}) {
    const Picture page = shining_through(front, share);
    const StepResult result = run("show-through", page);
    ASSERT_TRUE(result.was_applied) << share << ": " << result.note;
    // What lies in the lines of the front stays, and the lines of the drawn page are close.
    EXPECT_LT(distance(result.picture, front), distance(page, front) / 1.2) << share;
  }
}

TEST(ShowThrough, LeavesUnevenInk) {
  EXPECT_FALSE(run("show-through", testing::shaded(drawn({.ink = 60}), 0.7)).was_applied);
  // The lower half typed with a worn ribbon, in every strength.
  const Picture page = drawn({});
  std::vector<std::uint8_t> pixels(page.row(0), page.row(0) + 1000 * 1300);
  for (std::size_t y = 0; y < 1300; ++y)
    for (std::size_t x = 0; x < 1000; ++x) {
      std::uint8_t& level = pixels[y * 1000 + x];
      level = static_cast<std::uint8_t>(255 - (255 - level) * (0.35 + 0.65 * static_cast<double>(y) / 1300));
    }
  const StepResult result = run("show-through", Picture(1000, 1300, 1, std::move(pixels), 300));
  EXPECT_FALSE(result.was_applied) << result.note;
}

TEST(Sharpen, BringsBlurredLettersNearerToSharpOnes) {
  const Picture sharp = drawn({});
  for (const double sigma : {4.0, 5.0}) {
    const Picture page = blurred(sharp, sigma);
    const StepResult result = run("sharpen", page);
    ASSERT_TRUE(result.was_applied) << sigma << ": " << result.note;
    EXPECT_LT(distance(result.picture, sharp), 0.85 * distance(page, sharp)) << sigma;
  }
  EXPECT_FALSE(run("sharpen", blurred(sharp, 1)).was_applied);
}

TEST(LetterFaults, TellBrokenLettersFromDots) {
  const Letters whole = find_letters(drawn({}));
  const double height = measure_letter_height(whole).x_height_px;
  EXPECT_LT(find_letter_faults(whole, height).broken_share, 0.02);
  EXPECT_LT(find_letter_faults(whole, height).filled_share, 0.05);
  const Letters broken = find_letters(lined(drawn({}), 3, 19));
  EXPECT_GT(find_letter_faults(broken, height).broken_share, 0.1);
}

TEST(Strokes, JoinBrokenLetters) {
  const Picture whole = drawn({});
  const Picture page = lined(whole, 3, 19);
  const StepResult result = run("strokes", page);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_LT(distance(result.picture, whole), 0.85 * distance(page, whole));
  EXPECT_FALSE(run("strokes", whole).was_applied);
}

TEST(Strokes, OpenFilledLetters) {
  const Picture whole = drawn({.ink = 0, .is_spaced = true});
  const Picture page = testing::clogged(whole, 7, 80);
  const StepResult result = run("strokes", page);
  ASSERT_TRUE(result.was_applied) << result.note << " " << result.figures.at("filled_share");
  EXPECT_LT(distance(result.picture, whole), 0.9 * distance(page, whole));
}

TEST(Rule, PaintsUnderlinesAndKeepsLetters) {
  const Picture page = drawn({});
  // Just under the baselines of four lines, through their descenders.
  Picture ruled = page;
  for (const int baseline : {360, 504, 648, 792}) ruled = with_bar(ruled, {150, baseline + 7, 500, 4});
  const StepResult result = run("rule", ruled);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_EQ(result.figures.at("rules"), 4);
  EXPECT_LT(distance(result.picture, page), 0.3 * distance(ruled, page));
  ASSERT_EQ(result.regions.size(), 4U);
  EXPECT_EQ(result.regions[0].kind, document::RegionKind::kRule);
  double lost = 0, ink = 0;
  for (int y = 0; y < 1300; ++y)
    for (int x = 0; x < 1000; ++x) {
      ink += page.row(y)[x] < 100 ? 1 : 0;
      lost += page.row(y)[x] < 100 && result.picture.row(y)[x] > 200 ? 1 : 0;
    }
  EXPECT_LT(lost, ink / 200);
}

TEST(Rule, LeavesPagesWithFew) { EXPECT_FALSE(run("rule", with_bar(drawn({}), {150, 655, 500, 4})).was_applied); }

TEST(Rule, LeavesDashesAndBars) {
  // More ink than four underlines have, in pieces that are too short or too thick: it is not for little that they stay.
  Picture dashed = drawn({}), barred = drawn({});
  for (const int baseline : {360, 432, 504, 576, 648, 720, 792, 864})
    for (int x = 120; x < 700; x += 170) dashed = with_bar(dashed, {x, baseline + 7, 120, 4});
  for (const int baseline : {360, 504, 648, 792}) barred = with_bar(barred, {150, baseline - 30, 260, 40});
  for (const Picture& page : {dashed, barred}) {
    const StepResult result = run("rule", page);
    EXPECT_FALSE(result.was_applied) << result.note;
    EXPECT_EQ(result.figures.at("rules"), 0);
  }
}

TEST(HolePunch, PaintsHolesAtTheEdge) {
  const Picture page = drawn({.paper = 230});
  const Picture punched = with_disc(with_disc(page, 40, 400, 18), 40, 900, 18);
  const StepResult result = run("hole-punch", punched);
  ASSERT_TRUE(result.was_applied) << result.note;
  EXPECT_EQ(result.figures.at("holes"), 2);
  EXPECT_TRUE(testing::is_same(result.picture, page));
  ASSERT_EQ(result.regions.size(), 2U);
  EXPECT_EQ(result.regions[0].kind, document::RegionKind::kHole);
  EXPECT_NEAR(result.regions[0].box.width, 36, 4);
}

TEST(HolePunch, LeavesSpotsInTheTextAndSquares) {
  EXPECT_FALSE(run("hole-punch", with_disc(drawn({}), 500, 640, 18)).was_applied);
  EXPECT_FALSE(run("hole-punch", with_bar(drawn({}), {20, 640, 36, 36})).was_applied);
}

TEST(Stamp, PaintsColouredInkAndKeepsTheText) {
  const Picture page = drawn({});
  const Picture stamped = with_ring(page, 500, 600, 250, 170, 50, 90);  // violet
  const StepResult result = run("stamp", stamped);
  ASSERT_TRUE(result.was_applied) << result.note;
  ASSERT_FALSE(result.regions.empty());
  EXPECT_EQ(result.regions[0].kind, document::RegionKind::kStamp);
  const document::Box whole{0, 0, 1000, 1300};
  const double text = ink_share(page, whole), with = ink_share(stamped, whole),
               without = ink_share(result.picture, whole);
  EXPECT_GT(with, text + 0.008);
  EXPECT_NEAR(without, text, 0.15 * (with - text));
}

TEST(Stamp, LeavesRust) { EXPECT_FALSE(run("stamp", with_ring(drawn({}), 500, 600, 250, 70, 130, 190)).was_applied); }

TEST(Stamp, LeavesRedRibbonsAndGreyPages) {
  const Picture page = drawn({});
  EXPECT_FALSE(run("stamp", page).was_applied);
  // Lines from 600 to 750 in red.
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < 1300; ++y)
    for (int x = 0; x < 1000; ++x) {
      const std::uint8_t level = page.row(y)[x];
      const bool is_red = y > 600 && y < 750;
      pixels.insert(pixels.end(), {level, level, is_red ? std::max<std::uint8_t>(level, 200) : level});
    }
  const StepResult result = run("stamp", Picture(1000, 1300, 3, std::move(pixels), 300));
  EXPECT_FALSE(result.was_applied) << result.note;
}

}  // namespace
}  // namespace emend::image
