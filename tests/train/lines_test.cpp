// Lines for training: base lines, strips, sheets and the files that come of them.
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "base/file.h"
#include "image/encode.h"
#include "train/lines/baselines.h"
#include "train/lines/line_sheet.h"
#include "train/lines/line_strip.h"
#include "train/lines/line_wear.h"
#include "train/lines/snap_baseline.h"
#include "train/lines/write_lines.h"

namespace emend::train {
namespace {

namespace fs = std::filesystem;

class Lines : public testing::Test {
 protected:
  Lines() {
    folder_ = fs::path(testing::TempDir()) / ("lines_" + std::to_string(::getpid()) + "_" +
                                              testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
    options_.folder = folder_ / "lines";
  }
  ~Lines() override { fs::remove_all(folder_); }

  void write(const std::string& name, std::string_view bytes) const {
    ASSERT_TRUE(write_file(folder_ / name, bytes).has_value());
  }
  std::string content(const std::string& name) const {
    return read_file(options_.folder / name).value_or("missing: " + name);
  }
  Result<LineSummary> cut(const std::vector<fs::path>& pages) { return write_lines(pages, options_, progress_, stop_); }

  fs::path folder_;
  LineOptions options_;
  SilentProgress progress_;
  StopFlag stop_;
};

// White with a line of small letters and two descenders: dark from `baseline` - 12 to `baseline`, rising by `slope`.
Plane page_with_line(double baseline, double slope) {
  Plane page(400, 100, 1);
  for (int x = 40; x < 360; ++x) {
    const int foot = static_cast<int>(std::lround(baseline + slope * x));
    if (x % 20 >= 14) continue;
    for (int y = foot - 12; y < foot; ++y) page.row(y)[x] = 0.1F;
    if (x / 20 == 4 || x / 20 == 9)
      for (int y = foot; y < foot + 6; ++y) page.row(y)[x] = 0.1F;
  }
  return page;
}

const std::vector<image::Point> kDrawnLine{{40, 50}, {360, 50}};

TEST_F(Lines, BaselinesComeBackFromTheirTable) {
  write("page.baselines.tsv",
        baselines_table({{{{10, 20.5}, {300, 22}}, "Dear Sir,"}, {{{10, 60}, {90, 61}, {180, 60}}, "é"}}));
  const auto read = read_baselines(folder_ / "page.baselines.tsv");
  ASSERT_TRUE(read.has_value()) << read.error().what;
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].text, "Dear Sir,");
  EXPECT_DOUBLE_EQ((*read)[0].points[0].y, 20.5);
  EXPECT_EQ((*read)[1].points.size(), 3U);
}

TEST_F(Lines, ABaselineThatIsNoneIsNamed) {
  for (const char* wrong :
       {"10 20\ttext", "10 20 30\ttext", "30 20 10 20\ttext", "10 20 30 20", "10 20 30 20\t", "a b c d\ttext"}) {
    write("page.baselines.tsv", std::string("1 2 3 4\tgood\n") + wrong + "\n");
    const auto read = read_baselines(folder_ / "page.baselines.tsv");
    ASSERT_FALSE(read.has_value()) << wrong;
    EXPECT_EQ(read.error().kind, ErrorKind::kUnreadable);
    EXPECT_NE(read.error().what.find("line 2"), std::string::npos);
  }
}

TEST_F(Lines, ThePitchIsThatOfLongLines) {
  const Baseline heading{{{0, 0}, {300, 0}}, "b y"};
  const Baseline line{{{0, 40}, {320, 40}}, "sixteen letters."};
  EXPECT_DOUBLE_EQ(pitch_px_of({heading, line, heading}), 20);
  EXPECT_DOUBLE_EQ(pitch_px_of({heading}), 100);
  EXPECT_DOUBLE_EQ(pitch_px_of({}), 0);
}

TEST_F(Lines, AStripLiesStraight) {
  const Plane page = page_with_line(30, 0.1);
  const Plane strip = strip_along(page, {{40, 34}, {360, 66}}, {20, 10, 0, 0}, 1);
  EXPECT_EQ(strip.width_px(), 320);
  EXPECT_EQ(strip.height_px(), 30);
  for (const int x : {5, 125, 305}) {
    EXPECT_LT(strip.row(14)[x], 0.2F) << x;  // small letters, 12 high above row 20
    EXPECT_GT(strip.row(4)[x], 0.9F) << x;
    EXPECT_GT(strip.row(25)[x], 0.9F) << x;
  }
}

TEST_F(Lines, ASmallerStripShowsTheSame) {
  const Plane page = page_with_line(50, 0);
  const Plane strip = strip_along(page, kDrawnLine, {20, 10, 0, 0}, 0.5);
  EXPECT_EQ(strip.width_px(), 160);
  EXPECT_EQ(strip.height_px(), 15);
  EXPECT_LT(strip.row(7)[3], 0.2F);
  EXPECT_GT(strip.row(1)[3], 0.9F);
}

TEST_F(Lines, BeyondThePageLiesWhite) {
  const Plane strip = strip_along(Plane(50, 20, 0), {{-30, 10}, {-10, 10}}, {5, 5, 0, 0}, 1);
  EXPECT_FLOAT_EQ(strip.row(4)[4], 1);
}

TEST_F(Lines, ADrawnBaselineMovesToTheInk) {
  for (const double off : {-9.0, -3.0, 4.0, 9.0}) {
    const auto snapped = snapped_baseline(page_with_line(50 + off, 0), kDrawnLine, 20);
    EXPECT_NEAR(snapped.front().y, 50 + off, 1.5) << off;
    EXPECT_NEAR(snapped.back().y, 50 + off, 1.5) << off;
  }
  const auto turned = snapped_baseline(page_with_line(47, 0.02), kDrawnLine, 20);
  EXPECT_NEAR(turned.front().y, 47 + 0.02 * 40, 2);
  EXPECT_NEAR(turned.back().y, 47 + 0.02 * 360, 2);
}

TEST_F(Lines, ABaselineWithoutInkStays) {
  EXPECT_DOUBLE_EQ(snapped_baseline(Plane(400, 100, 1), kDrawnLine, 20).front().y, 50);
  const std::vector<image::Point> shorter{{40, 50}, {90, 50}};
  EXPECT_DOUBLE_EQ(snapped_baseline(page_with_line(44, 0), shorter, 20).front().y, 50);
}

TEST_F(Lines, ASheetHasABoxForEachStrip) {
  LineSheet sheet;
  sheet.add(Plane(100, 30, 0), "one  two ");
  sheet.add(Plane(60, 20, 0), "three");
  EXPECT_EQ(sheet.picture().width_px(), 112);
  EXPECT_EQ(sheet.picture().height_px(), 68);
  EXPECT_EQ(sheet.boxes(),
            "WordStr 10 36 102 58 0 #one two\n"
            "\t 102 36 103 58 0\n"
            "WordStr 10 10 62 22 0 #three\n"
            "\t 62 10 63 22 0\n");
}

TEST_F(Lines, WearChangesTheLightOnly) {
  Random random(4);
  for (int i = 0; i < 50; ++i) {
    const LineWear wear = drawn_line_wear(20, random);
    Plane strip = strip_along(page_with_line(50, 0), kDrawnLine, {24, 10, 4, 4}, wear.scale);
    const int width_px = strip.width_px(), height_px = strip.height_px();
    wear_line(strip, wear, 20 * wear.scale, random);
    EXPECT_EQ(strip.width_px(), width_px);
    EXPECT_EQ(strip.height_px(), height_px);
    EXPECT_GE(20 * wear.scale, 9.99);
    double ink = 0, paper = 0;
    const auto at = [&](double x, double y) {
      return static_cast<double>(strip.row(static_cast<int>(y * wear.scale))[static_cast<int>(x * wear.scale)]);
    };
    for (int letter = 1; letter < 15; ++letter) {
      ink += at(11 + 20 * letter, 18);
      paper += at(11 + 20 * letter, 6);
    }
    EXPECT_LT(ink, paper - 1) << i;
  }
}

TEST_F(Lines, WritesSheetsWithTheirBoxes) {
  std::vector<std::uint8_t> white(400 * 100, 255);
  write("page.png", image::to_png({400, 100, 1, std::move(white), 200}).value());
  write("page.baselines.tsv", "40 50 360 50\tsixteen letters.\n40 80 200 80\tand more\n");
  options_.variants = 2;
  const auto summary = cut({folder_ / "page.png"});
  ASSERT_TRUE(summary.has_value()) << summary.error().what;
  EXPECT_EQ(summary->sheets, 2U);
  EXPECT_EQ(summary->lines, 4U);
  EXPECT_NE(content("page-v1.box").find("#sixteen letters.\n"), std::string::npos);
  EXPECT_NE(content("page-v2.box").find("#and more\n"), std::string::npos);
  EXPECT_EQ(content("page-v1.png").substr(1, 3), "PNG");
  EXPECT_NE(content("page-v1.box"), content("page-v2.box"));

  const std::string first = content("page-v2.png");
  options_.jobs = 3;
  ASSERT_TRUE(cut({folder_ / "page.png"}).has_value());
  EXPECT_EQ(content("page-v2.png"), first);
}

TEST_F(Lines, SaysWhatIsMissing) {
  std::vector<std::uint8_t> white(400 * 100, 255);
  write("page.png", image::to_png({400, 100, 1, std::move(white), 200}).value());
  const auto without_table = cut({folder_ / "page.png"});
  ASSERT_FALSE(without_table.has_value());
  EXPECT_EQ(without_table.error().kind, ErrorKind::kMissing);
  EXPECT_NE(without_table.error().subject.find("page.baselines.tsv"), std::string::npos);
  const auto twice = cut({folder_ / "page.png", folder_ / "other" / "page.png"});
  ASSERT_FALSE(twice.has_value());
  EXPECT_EQ(twice.error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace emend::train
