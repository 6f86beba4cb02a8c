#include "image/clean.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "image/damage.h"
#include "image/drawn_page.h"
#include "image/turn.h"

namespace emend::image {
namespace {

using testing::drawn;
using testing::filled;

// Halves the size, or fails.
class TestStep : public Step {
 public:
  explicit TestStep(bool fails) : fails_(fails) {}
  const StepInfo& info() const override {
    static constexpr StepInfo kInfo{"test", "tests", "to test"};
    return kInfo;
  }
  StepResult run(const Picture& input) const override {
    if (fails_) throw std::runtime_error("out of luck");
    return {filled(input.width_px() / 2, input.height_px() / 2, 200),
            Transform::scale(2, 2).after(Transform::shift(1, 0)),
            true,
            0.7f,
            "halved",
            {{"factor", 0.5}}};
  }

 private:
  bool fails_;
};

TEST(Clean, ComposesTheWayBack) {
  std::vector<std::unique_ptr<Step>> steps;
  steps.push_back(std::make_unique<TestStep>(false));
  steps.push_back(std::make_unique<TestStep>(false));
  const CleanedPage page = clean(filled(100, 80, 255), {}, steps, {});
  ASSERT_EQ(page.variants.size(), 1u);
  EXPECT_EQ(page.variants[0].name, "cleaned");
  EXPECT_EQ(page.variants[0].picture.width_px(), 25);
  // 5 -> 2 (5 + 1) = 12 -> 2 (12 + 1) = 26.
  EXPECT_DOUBLE_EQ(page.variants[0].to_scan({5, 5}).x, 26);
  EXPECT_DOUBLE_EQ(page.variants[0].to_scan({5, 5}).y, 20);
  ASSERT_EQ(page.records.size(), 2u);
  EXPECT_EQ(page.records[0].step, "test");
  EXPECT_TRUE(page.records[0].was_applied);
  EXPECT_FLOAT_EQ(page.records[0].confidence, 0.7f);
  EXPECT_EQ(page.records[0].figures.at("factor"), 0.5);
  EXPECT_TRUE(page.intermediates.empty());
}

TEST(Clean, KeepsIntermediatesWhenAsked) {
  std::vector<std::unique_ptr<Step>> steps;
  steps.push_back(std::make_unique<TestStep>(false));
  const CleanedPage page = clean(filled(100, 80, 255), {}, steps, {.keep_intermediates = true});
  ASSERT_EQ(page.intermediates.size(), 1u);
  EXPECT_EQ(page.intermediates[0].first, "test");
  EXPECT_EQ(page.intermediates[0].second.width_px(), 50);
  // And the page in black and white, in every way that there is.
  ASSERT_EQ(page.variants.size(), 3u);
  EXPECT_EQ(page.variants[1].name, "sauvola");
  EXPECT_EQ(page.variants[2].name, "wolf");
  EXPECT_DOUBLE_EQ(page.variants[2].to_scan({5, 5}).x, 12);
}

// For pages of many letters.
class ChoosyStep : public TestStep {
 public:
  ChoosyStep() : TestStep(false) {}
  const StepInfo& info() const override {
    static constexpr Condition kTriedWhere[] = {{"letters", 100}};
    static constexpr StepInfo kInfo{"choosy", "tests", "to test", kTriedWhere};
    return kInfo;
  }
};

TEST(Clean, TheDamageDecidesWhatIsTried) {
  std::vector<std::unique_ptr<Step>> steps;
  steps.push_back(std::make_unique<ChoosyStep>());
  document::Damage damage;
  damage.page["letters"] = 99;
  const CleanedPage spared = clean(filled(100, 80, 255), damage, steps, {});
  ASSERT_EQ(spared.records.size(), 1u);
  EXPECT_FALSE(spared.records[0].was_applied);
  EXPECT_EQ(spared.records[0].note, "not tried: letters 99; it is for letters from 100");
  EXPECT_EQ(spared.records[0].figures.at("letters"), 99);
  EXPECT_EQ(spared.variants[0].picture.width_px(), 100);
  damage.page["letters"] = 100;
  EXPECT_EQ(clean(filled(100, 80, 255), damage, steps, {}).variants[0].picture.width_px(), 50);
}

TEST(Clean, MeasuresAgainWhereAStepChangedThePage) {
  // The first halves the empty page; of what is left nothing is known any more but that there are no letters.
  std::vector<std::unique_ptr<Step>> steps;
  steps.push_back(std::make_unique<TestStep>(false));
  steps.push_back(std::make_unique<ChoosyStep>());
  document::Damage damage;
  damage.page["letters"] = 1000;
  const CleanedPage page = clean(filled(1000, 800, 255), damage, steps, {});
  EXPECT_TRUE(page.records[0].was_applied);
  EXPECT_FALSE(page.records[1].was_applied);
}

TEST(Clean, AStepThatFailsCostsOnlyItself) {
  std::vector<std::unique_ptr<Step>> steps;
  steps.push_back(std::make_unique<TestStep>(true));
  steps.push_back(std::make_unique<TestStep>(false));
  const CleanedPage page = clean(filled(100, 80, 255), {}, steps, {});
  EXPECT_FALSE(page.records[0].was_applied);
  EXPECT_NE(page.records[0].note.find("out of luck"), std::string::npos);
  EXPECT_EQ(page.variants[0].picture.width_px(), 50);
}

TEST(Clean, ACleanPageComesBackAsItWas) {
  const Picture page = drawn({});
  const CleanedPage cleaned = clean(page, measure_damage(page), all_steps(), {});
  EXPECT_TRUE(testing::is_same(cleaned.variants[0].picture, page));
  EXPECT_TRUE(cleaned.variants[0].to_scan.is_identity());
  EXPECT_EQ(cleaned.records.size(), all_steps().size());
}

TEST(Clean, AlwaysGivesAPageToRead) {
  for (const Picture& page :
       {Picture(), filled(1, 1, 0), filled(1, 500, 255), Picture(3, 1, 3, std::vector<std::uint8_t>(9, 40))}) {
    const CleanedPage cleaned = clean(page, measure_damage(page), all_steps(), {});
    ASSERT_FALSE(cleaned.variants.empty());
    EXPECT_EQ(cleaned.variants[0].picture.width_px(), page.width_px());
    EXPECT_EQ(cleaned.variants[0].picture.channels(), 1);
  }
}

// Turned by three quarters, askew and small: every step that moves pixels moves them, and a line is still found.
TEST(Clean, TheWholeWayBackOfADamagedPage) {
  const Picture page = turned_right(
      drawn({.width = 1200, .height = 1600, .x_height_px = 11, .angle_degrees = 4, .paper = 185, .ink = 70}), 1);
  const CleanedPage cleaned = clean(page, measure_damage(page), all_steps(), {});
  int applied = 0;
  for (const auto& record : cleaned.records) applied += record.was_applied ? 1 : 0;
  EXPECT_GE(applied, 3);
  const Variant& variant = cleaned.variants[0];
  const document::Box back = variant.to_scan(
      document::Box{0, 0, variant.picture.width_px(), variant.picture.height_px()}, page.width_px(), page.height_px());
  EXPECT_EQ(back, (document::Box{0, 0, page.width_px(), page.height_px()}));
  // The middle of the page stays its middle.
  const Point middle = variant.to_scan({variant.picture.width_px() / 2.0, variant.picture.height_px() / 2.0});
  EXPECT_NEAR(middle.x, page.width_px() / 2.0, 2);
  EXPECT_NEAR(middle.y, page.height_px() / 2.0, 2);
}

TEST(Clean, TheAppliedStepsAloneGiveTheSamePicture) {
  const Picture page = turned_right(
      drawn({.width = 1200, .height = 1600, .x_height_px = 11, .angle_degrees = 4, .paper = 185, .ink = 70}), 1);
  const CleanedPage cleaned = clean(page, measure_damage(page), all_steps(), {});
  const Picture& first = cleaned.variants[0].picture;
  const Picture again = cleaned_again(page, cleaned.records, all_steps());
  ASSERT_EQ(again.width_px(), first.width_px());
  ASSERT_EQ(again.height_px(), first.height_px());
  for (int y = 0; y < first.height_px(); ++y)
    ASSERT_TRUE(std::equal(first.row(y), first.row(y) + first.row_bytes(), again.row(y))) << y;
  const Picture untouched = cleaned_again(page, {}, all_steps());
  EXPECT_EQ(untouched.width_px(), page.width_px());
}

}  // namespace
}  // namespace emend::image
