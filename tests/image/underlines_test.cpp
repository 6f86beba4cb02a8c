#include "image/underlines.h"

#include <vector>

#include <gtest/gtest.h>

namespace emend::image {
namespace {

constexpr int kXHeight = 20;
constexpr int kBaseline = 60;
constexpr int kLetter = 24;  // pixels from one letter to the next

// A sheet with three words of letters that are upright strokes, some with feet below the line.
class Sheet {
 public:
  Sheet() : pixels_(static_cast<std::size_t>(kWidth) * kHeight, 255) {
    line_.x_height_px = kXHeight;
    line_.baseline = {40, kBaseline, 560, kBaseline};
    for (const int x : {40, 200, 400}) add_word(x, 5);
    line_.box = {40, kBaseline - kXHeight, 520, kXHeight};
  }

  Sheet& stroke(int left, int right, int below, int thickness, int gap_every = 0) {
    for (int x = left; x < right; ++x)
      if (gap_every == 0 || x % gap_every > 4) fill(x, kBaseline + below, 1, thickness);
    return *this;
  }
  Sheet& askew(int rows) {
    line_.baseline.y1 += rows;
    return *this;
  }

  std::vector<bool> underlined() const { return underlined_words(Picture(kWidth, kHeight, 1, pixels_), line_); }

 private:
  static constexpr int kWidth = 600, kHeight = 120;

  void add_word(int x, int letters) {
    document::Word word;
    word.box = {x, kBaseline - kXHeight, letters * kLetter - 4, kXHeight};
    word.readings = {{0, "gauge", 1, {}}};
    for (int i = 0; i < letters; ++i) {
      const int depth = i % 2 == 0 ? 8 : 0;
      fill(x + i * kLetter + 2, kBaseline - kXHeight, 4, kXHeight + depth);
      fill(x + i * kLetter + 14, kBaseline - kXHeight, 4, kXHeight);
      fill(x + i * kLetter, kBaseline - 3, kLetter - 4, 3);  // slab feet
    }
    line_.words.push_back(word);
  }
  void fill(int x, int y, int width, int height) {
    for (int row = y; row < y + height; ++row)
      for (int column = x; column < x + width; ++column)
        pixels_[static_cast<std::size_t>(row) * kWidth + static_cast<std::size_t>(column)] = 0;
  }

  std::vector<std::uint8_t> pixels_;
  document::Line line_;
};

using Words = std::vector<bool>;

TEST(Underlines, AStrokeBelowAWordUnderlinesIt) {
  EXPECT_EQ(Sheet().stroke(200, 318, 8, 3).underlined(), (Words{false, true, false}));
  EXPECT_EQ(Sheet().stroke(198, 520, 10, 3).underlined(), (Words{false, true, true})) << "and the next with the gap";
  EXPECT_EQ(Sheet().stroke(200, 318, 8, 3, kLetter).underlined(), (Words{false, true, false})) << "key by key";
}

TEST(Underlines, ASheetThatLiesAskewHasThemToo) {
  EXPECT_EQ(Sheet().stroke(200, 318, 9, 4).askew(4).underlined(), (Words{false, true, false}));
}

TEST(Underlines, LettersHaveFeetAndDescenders) { EXPECT_EQ(Sheet().underlined(), (Words{false, false, false})); }

TEST(Underlines, WhatIsNoUnderlineCountsForNothing) {
  EXPECT_EQ(Sheet().stroke(0, 600, 10, 3).underlined(), (Words{false, false, false})) << "a rule runs on";
  EXPECT_EQ(Sheet().stroke(200, 318, 6, 12).underlined(), (Words{false, false, false})) << "a bar is thick";
  EXPECT_EQ(Sheet().stroke(200, 240, 8, 3).underlined(), (Words{false, false, false})) << "a part of the word";
  EXPECT_EQ(Sheet().stroke(330, 390, 8, 3).underlined(), (Words{false, false, false})) << "a blank to fill in";
}

// The flat tops of capitals on the next line of a page that is set closely.
TEST(Underlines, TopsOfLettersBelowAreNoStroke) {
  Sheet sheet;
  sheet.stroke(200, 318, 14, 3);
  for (int x = 202; x < 318; x += 20) sheet.stroke(x, x + 3, 14, 24);
  EXPECT_EQ(sheet.underlined(), (Words{false, false, false}));
}

TEST(Underlines, ALineWithoutSizeHasNone) {
  document::Line line;
  line.words.resize(2);
  EXPECT_EQ(underlined_words(Picture(10, 10, 1, std::vector<std::uint8_t>(100, 0)), line), (Words{false, false}));
}

}  // namespace
}  // namespace emend::image
