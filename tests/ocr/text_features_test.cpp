// What tells text from stamps and handwriting, one feature at a time.
#include "ocr/text_features.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "ocr/line_evidence.h"
#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

using testing::kPitchPx;
using testing::typed_line;
using testing::typed_word;

double feature(std::string_view name, const std::vector<document::Line>& lines, std::size_t line, std::size_t word) {
  const auto at = std::find(kTextFeatures.begin(), kTextFeatures.end(), name);
  return text_features(lines, line, word, scale_of(lines))[static_cast<std::size_t>(at - kTextFeatures.begin())];
}

std::vector<document::Line> page() {
  return {typed_line(100, 100, {"received", "your", "letter", "of", "yesterday"}),
          typed_line(100, 150, {"concerning", "the", "blankets", "and", "coal"})};
}

TEST(TextFeatures, TellWhereALineStands) {
  std::vector<document::Line> lines = page();
  lines.push_back(typed_line(100, 300, {"Copies"}, 0.5F));
  lines.push_back(typed_line(333, 300, {"Yours"}, 0.5F));
  lines.push_back(typed_line(900, 102, {"4-5-1938"}, 0.5F));
  EXPECT_EQ(feature("at_margin", lines, 0, 0), 1);
  EXPECT_EQ(feature("at_margin", lines, 2, 0), 1);
  EXPECT_EQ(feature("at_margin", lines, 3, 0), 0);
  EXPECT_EQ(feature("in_row", lines, 4, 0), 1);
  EXPECT_EQ(feature("in_row", lines, 2, 0), 0);
}

TEST(TextFeatures, TellHowFarReadingsAgree) {
  std::vector<document::Line> lines = page();
  document::Word& word = lines[0].words[2];
  EXPECT_EQ(feature("has_no_other", lines, 0, 2), 1);
  word.readings.push_back({1, "lettor", 0.5F, {}});
  word.readings.push_back({0, "xxxxxx", 0.5F, {}});
  EXPECT_EQ(feature("engines_agree", lines, 0, 2), 0);
  EXPECT_NEAR(feature("engines_alike", lines, 0, 2), 5 / 6.0, 1e-6);  // of witness 1; 0 is the engine itself
  EXPECT_NEAR(feature("readings_alike", lines, 0, 2), 5 / 12.0, 1e-6);
  word.readings.push_back({1, "letter", 0.5F, {}});
  EXPECT_EQ(feature("engines_agree", lines, 0, 2), 1);
}

TEST(TextFeatures, TellLettersOnTheGridFromOthers) {
  std::vector<document::Line> lines = page();
  document::Line drawn = typed_line(103, 400, {"scribble"}, 0.5F);
  int x = 100;
  for (document::CharacterReading& character : drawn.words[0].readings[0].characters)
    character.box.x = x += kPitchPx * 7 / 10;
  lines.push_back(drawn);
  EXPECT_GT(grid_fit(lines[0], kPitchPx), 0.9);
  EXPECT_LT(grid_fit(drawn, kPitchPx), 0.5);
  EXPECT_EQ(grid_fit(typed_line(0, 0, {"a"}), kPitchPx), 0);
  EXPECT_GT(feature("on_grid", lines, 0, 0), feature("on_grid", lines, 2, 0));
}

TEST(TextFeatures, AreNoneOfAWordWithoutText) {
  std::vector<document::Line> lines = page();
  lines[0].words[0].readings.insert(lines[0].words[0].readings.begin(), {0, "", 1, {}});
  EXPECT_EQ(text_features(lines, 0, 0, scale_of(lines)), TextFeatures{});
}

}  // namespace
}  // namespace emend::ocr
