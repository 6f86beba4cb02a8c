// Synthetic pages: the same on every run, with a truth that is complete, and worse where they say so.
#include "train/synth/typed_pages.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "text/utf8.h"
#include "train/synth/random.h"

namespace emend::train {
namespace {

constexpr char kText[] =
    "Chairman Terpigorev opened the sitting at six o'clock.\n"
    "Forty-one delegates were present.\n"
    "\n"
    "    1. every works finds four men for each night;\n"
    "    2. nobody goes out alone.\n";

// Small pages, so that a test takes milliseconds.
SynthOptions small_options(Wear wear = Wear::kOffice, std::uint64_t seed = 1) {
  SynthOptions options;
  options.wear = wear;
  options.seed = seed;
  options.resolution_dpi = 72;
  options.typeface = "courier-prime";
  return options;
}

bool same_pixels(const image::Picture& a, const image::Picture& b) {
  if (a.width_px() != b.width_px() || a.height_px() != b.height_px() || a.channels() != b.channels()) return false;
  for (int y = 0; y < a.height_px(); ++y)
    if (std::memcmp(a.row(y), b.row(y), a.row_bytes()) != 0) return false;
  return true;
}

TEST(Random, IsSplitMix64) {
  // The published generator gives these numbers from a state of 1234567 (Rosetta Code, "Pseudo-random
  // numbers/Splitmix64"); mixed() is one step of it.
  EXPECT_EQ(mixed(1234567), 6457827717110365317U);
  EXPECT_EQ(mixed(1234567 + 0x9E3779B97F4A7C15), 3203168211198807973U);
}

TEST(Random, HasStreamsThatDoNotDependOnWhatWasDrawn) {
  Random a(5);
  const Random b(5);
  a.next();
  EXPECT_EQ(a.stream("paper").next(), b.stream("paper").next());
  EXPECT_NE(a.stream("paper").next(), a.stream("ink").next());
}

TEST(Random, IsAboutNormal) {
  Random random(7);
  double sum = 0, squares = 0;
  constexpr int kDraws = 20000;
  for (int i = 0; i < kDraws; ++i) {
    const double value = random.normal();
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / kDraws, 0, 0.03);
  EXPECT_NEAR(squares / kDraws, 1, 0.05);
}

TEST(SynthPages, AreTheSameForOneSeedAndDifferForAnother) {
  for (const Wear wear : {Wear::kClean, Wear::kRuin}) {
    const auto first = typed_pages(kText, small_options(wear, 1));
    const auto again = typed_pages(kText, small_options(wear, 1));
    const auto other = typed_pages(kText, small_options(wear, 2));
    ASSERT_TRUE(first && again && other);
    EXPECT_TRUE(same_pixels(first->front().picture, again->front().picture)) << name_of(wear);
    EXPECT_FALSE(same_pixels(first->front().picture, other->front().picture)) << name_of(wear);
  }
}

TEST(SynthPages, AreTheSameOnAnyThread) {
  SynthOptions options = small_options(Wear::kMimeo);
  options.lines_per_page = 2;
  const auto job = SynthJob::prepare(kText, options);
  ASSERT_TRUE(job.has_value());
  ASSERT_EQ(job->page_count(), 3U);
  std::vector<SynthPage> at_once(3);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 3; ++i) threads.emplace_back([&, i] { at_once[i] = job->page(i); });
  }
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(same_pixels(job->page(i).picture, at_once[i].picture));
    EXPECT_EQ(job->page(i).truth, at_once[i].truth);
  }
}

TEST(SynthPages, TellTheWholeTruth) {
  SynthOptions options = small_options();
  options.lines_per_page = 2;
  const auto pages = typed_pages(kText, options);
  ASSERT_TRUE(pages.has_value());
  std::string truth;
  for (const SynthPage& page : *pages) truth += page.truth;
  EXPECT_EQ(truth, kText);
}

TEST(SynthPages, SayWhereEachLineIs) {
  SynthOptions options = small_options(Wear::kRuin);
  options.resolution_dpi = 100;
  const auto pages = typed_pages(kText, options);
  ASSERT_TRUE(pages.has_value());
  const SynthPage& page = pages->front();
  ASSERT_EQ(page.lines.size(), 4U);
  EXPECT_EQ(page.lines[2].text, "1. every works finds four men for each night;");
  int previous_bottom = 0;
  for (const SynthLine& line : page.lines) {
    EXPECT_GT(line.box.width, 0);
    EXPECT_GE(line.box.x, 0);
    EXPECT_LE(line.box.right(), page.picture.width_px());
    EXPECT_GT(line.box.bottom(), previous_bottom);
    previous_bottom = line.box.bottom();
    // A cell is a tenth of an inch: the box is about as wide as its cells.
    EXPECT_NEAR(line.box.width, 10.0 * static_cast<double>(text::count_code_points(line.text)), 20);
  }
}

TEST(SynthPages, SayWhereTheLettersStand) {
  SynthOptions options = small_options(Wear::kClean);
  options.most_skew_degrees = 2;
  const auto pages = typed_pages(kText, options);
  ASSERT_TRUE(pages.has_value());
  for (const SynthLine& line : pages->front().lines) {
    EXPECT_NEAR(line.left.x, line.box.x, 6) << line.text;
    EXPECT_NEAR(line.right.x, line.box.right(), 10) << line.text;
    EXPECT_GT(line.left.y, line.box.y);
    EXPECT_LE(line.left.y, line.box.bottom() + 2);
  }
}

TEST(SynthPages, LieAsStraightAsIsAskedFor) {
  SynthOptions options = small_options(Wear::kRuin);
  options.most_skew_degrees = 0;
  const auto pages = typed_pages(kText, options);
  ASSERT_TRUE(pages.has_value());
  for (const SynthLine& line : pages->front().lines) EXPECT_DOUBLE_EQ(line.left.y, line.right.y);
  options.most_skew_degrees = 6;
  EXPECT_FALSE(typed_pages(kText, options).has_value());
}

TEST(SynthPages, HaveInkInTheBoxesOfTheirLines) {
  const auto pages = typed_pages(kText, small_options(Wear::kClean));
  ASSERT_TRUE(pages.has_value());
  const SynthPage& page = pages->front();
  for (const SynthLine& line : page.lines) {
    int darkest = 255;
    for (int y = line.box.y; y < line.box.bottom(); ++y)
      for (int x = line.box.x; x < line.box.right(); ++x)
        darkest = std::min(darkest, static_cast<int>(page.picture.row(y)[x]));
    EXPECT_LT(darkest, 110) << line.text;
  }
}

// Of the part of the page that is not typed on: right of the middle, below the text.
struct Ground {
  double mean = 0;
  double deviation = 0;
};

Ground ground_of(const image::Picture& picture) {
  double sum = 0, squares = 0, count = 0;
  for (int y = picture.height_px() / 2; y < picture.height_px() * 9 / 10; ++y)
    for (int x = picture.width_px() / 2; x < picture.width_px() * 9 / 10; ++x) {
      const double value = picture.row(y)[x];
      sum += value;
      squares += value * value;
      count += 1;
    }
  const double mean = sum / count;
  return {mean, std::sqrt(squares / count - mean * mean)};
}

TEST(Wear, MakesPaperDarkerAndDirtierStepByStep) {
  constexpr Wear kSteps[] = {Wear::kClean, Wear::kOffice, Wear::kCarbon, Wear::kMimeo, Wear::kRuin};
  double last_mean = 256, last_deviation = 0;
  for (const Wear wear : kSteps) {
    Ground all;
    constexpr int kSeeds = 6;  // one sheet may be lucky
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      const auto pages = typed_pages(kText, small_options(wear, seed));
      ASSERT_TRUE(pages.has_value());
      const Ground ground = ground_of(pages->front().picture);
      all.mean += ground.mean / kSeeds;
      all.deviation += ground.deviation / kSeeds;
    }
    // Carbon paper and stencils are about equally dark; both are darker than the office's and lighter than ruins.
    EXPECT_LT(all.mean, last_mean + (wear == Wear::kMimeo ? 8 : 0)) << name_of(wear);
    EXPECT_GT(all.deviation, last_deviation) << name_of(wear);
    last_mean = std::min(last_mean, all.mean);
    last_deviation = all.deviation;
  }
}

TEST(Wear, HasNames) {
  for (const Wear wear : {Wear::kClean, Wear::kOffice, Wear::kCarbon, Wear::kMimeo, Wear::kRuin})
    EXPECT_EQ(wear_named(name_of(wear)), wear);
  EXPECT_EQ(wear_named("spotless"), std::nullopt);
}

TEST(SynthJob, CountsWhatTheTypefaceLacks) {
  const auto job = SynthJob::prepare("水 and щи\n", small_options());
  ASSERT_TRUE(job.has_value());
  EXPECT_EQ(job->replaced_characters(), 3U);
  EXPECT_EQ(job->page(0).truth, "? and ??\n");
}

TEST(SynthJob, TypesStrokesOnAMachineWithoutBrackets) {
  SynthOptions options = small_options();
  options.typeface = "gnu-typewriter";
  const auto job = SynthJob::prepare("(Noise.) [1]", options);
  ASSERT_TRUE(job.has_value()) << job.error().what;
  EXPECT_EQ(job->page(0).truth, "/Noise./ /1/\n");
  EXPECT_EQ(job->replaced_characters(), 0U);
}

TEST(SynthJob, ChoosesATypefaceByTheSeed) {
  SynthOptions options = small_options();
  options.typeface.clear();
  std::vector<std::string> chosen;
  for (options.seed = 1; options.seed <= 12; ++options.seed) {
    const auto job = SynthJob::prepare("a", options);
    ASSERT_TRUE(job.has_value()) << job.error().subject << ": " << job.error().what;
    chosen.emplace_back(job->typeface());
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  EXPECT_GT(chosen.size(), 2U);
}

TEST(SynthJob, RefusesWhatNoMachineCanDo) {
  const auto refused = [](auto change) {
    SynthOptions options = small_options();
    change(options);
    const auto job = SynthJob::prepare(kText, options);
    return !job && job.error().kind == ErrorKind::kUsage && !job.error().hint.empty();
  };
  EXPECT_TRUE(refused([](SynthOptions& o) { o.resolution_dpi = 0; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.resolution_dpi = 100'000; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.characters_per_inch = 11; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.columns = 0; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.columns = 500; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.lines_per_page = -1; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.lines_per_page = 500; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.line_spacing = 0; }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.line_spacing = std::nan(""); }));
  EXPECT_TRUE(refused([](SynthOptions& o) { o.typeface = "comic"; }));
  EXPECT_FALSE(refused([](SynthOptions& o) { o.characters_per_inch = 12; }));
  EXPECT_FALSE(refused([](SynthOptions& o) { o.line_spacing = 3; }));
}

TEST(SynthJob, SaysWhenThereIsNothingToType) {
  const auto pages = typed_pages("\n\n", small_options());
  ASSERT_FALSE(pages.has_value());
  EXPECT_EQ(pages.error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace emend::train
