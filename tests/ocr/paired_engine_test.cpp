// Two engines as one: when the second one is asked, and what its failure costs.
#include "ocr/paired_engine.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ocr/drawn_page.h"

namespace emend::ocr {
namespace {

// A line of words, one cell from letter to letter or set as print sets them.
document::Page page_of(const std::string& word, bool is_typed) {
  document::Line line;
  int x = 100;
  std::uint32_t number = 1;
  for (int i = 0; i < 12; ++i) {
    document::Word made;
    document::Reading reading{0, word, 0.8F, {}};
    for (const char letter : word) {
      number = number * 1664525U + 1013904223U;  // Knuth's numbers: widths that no grid explains
      const int width = is_typed ? 20 : 8 + static_cast<int>((number >> 16) % 23);
      reading.characters.push_back({std::string(1, letter), 0.8F, {x + 1, 10, width - 2, 20}, {}});
      x += width;
    }
    made.box = {reading.characters.front().box.x, 10, x - reading.characters.front().box.x, 20};
    made.readings = {reading};
    line.words.push_back(made);
    line.box = document::united(line.box, made.box);
    x += is_typed ? 20 : 13;
  }
  document::Paragraph paragraph;
  paragraph.lines = {line};
  document::Block block;
  block.paragraphs = {paragraph};
  document::Page page;
  page.blocks = {block};
  return page;
}

// Rows of squares one cell apart, each of them like the line of page_of(word, true) at y = 10.
image::Picture grid_page() {
  const int width = 2200, height = 400;
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height), 255);
  for (int row = 0; row < 3; ++row)
    for (int i = 0; i < 96; ++i)
      for (int y = 0; y < 18; ++y)
        for (int x = 0; x < 14; ++x)
          // A hole keeps it from being a bar of black.
          if (x < 4 || x > 9 || y < 4 || y > 13)
            pixels[static_cast<std::size_t>((11 + row * 100 + y) * width + 102 + i * 20 + x)] = 0;
  return image::Picture(width, height, 1, std::move(pixels), 200);
}

class FixedEngine final : public Engine {
 public:
  FixedEngine(std::string name, Result<document::Page> page, int* calls)
      : name_(std::move(name)), page_(std::move(page)), calls_(calls) {}
  document::Witness describe() const override { return {name_, "", ""}; }
  Result<document::Page> read(const image::Picture&) override {
    ++*calls_;
    return page_;
  }

 private:
  std::string name_;
  Result<document::Page> page_;
  int* calls_;
};

class PairedEngineTest : public testing::Test {
 protected:
  Result<document::Page> read(Result<document::Page> general, Result<document::Page> special,
                              const image::Picture& picture = plain_page(10, 10, 255)) {
    auto engine = paired_engine(std::make_unique<FixedEngine>("general", std::move(general), &general_calls_),
                                std::make_unique<FixedEngine>("special", std::move(special), &special_calls_), {});
    witnesses_ = engine->witnesses();
    return engine->read(picture);
  }
  static const document::Word& first_word(const document::Page& page) {
    return page.blocks.at(0).paragraphs.at(0).lines.at(0).words.at(0);
  }

  std::vector<document::Witness> witnesses_;
  int general_calls_ = 0;
  int special_calls_ = 0;
};

TEST_F(PairedEngineTest, ReadsTypedPagesTwice) {
  const auto page = read(page_of("reoeived", true), page_of("received", true));
  ASSERT_TRUE(page);
  EXPECT_EQ(first_word(*page).best().text, "received");
  ASSERT_EQ(first_word(*page).readings.size(), 2U);
  ASSERT_GE(witnesses_.size(), 2U);
  EXPECT_EQ(witnesses_.at(first_word(*page).best().witness).engine, "special");
}

TEST_F(PairedEngineTest, LetsTheSpecialEngineReadFirstWhereTheInkStandsOnAGrid) {
  const auto page = read(fail(ErrorKind::kInternal, "", "gave up"), page_of("received", true), grid_page());
  ASSERT_TRUE(page);  // the general engine is asked, as two of the three lines were missed, and not needed
  EXPECT_EQ(special_calls_, 1);
  EXPECT_EQ(first_word(*page).best().text, "received");
}

TEST_F(PairedEngineTest, ReadsThePageOnceByEachWhereOnlyTheInkLooksTyped) {
  const auto page = read(page_of("received", false), page_of("reoeived", false), grid_page());
  ASSERT_TRUE(page);
  EXPECT_EQ(general_calls_, 1);
  EXPECT_EQ(special_calls_, 1);
  EXPECT_EQ(first_word(*page).best().text, "received");
}

TEST_F(PairedEngineTest, SparesPrintedPagesTheSecondPass) {
  const auto page = read(page_of("received", false), page_of("reoeived", false));
  ASSERT_TRUE(page);
  EXPECT_EQ(special_calls_, 0);
  EXPECT_EQ(first_word(*page).best().text, "received");
  EXPECT_EQ(first_word(*page).readings.size(), 1U);
}

TEST_F(PairedEngineTest, SparesPagesWithoutTextTheSecondPass) {
  ASSERT_TRUE(read(document::Page{}, page_of("noise", true)));
  EXPECT_EQ(special_calls_, 0);
}

TEST_F(PairedEngineTest, KeepsTheGeneralPageWhereTheSpecialEngineFails) {
  const auto page = read(page_of("received", true), fail(ErrorKind::kInternal, "", "gave up"));
  ASSERT_TRUE(page);
  EXPECT_EQ(special_calls_, 1);
  EXPECT_EQ(first_word(*page).best().text, "received");
}

TEST_F(PairedEngineTest, FailsWhereTheGeneralEngineFails) {
  EXPECT_FALSE(read(fail(ErrorKind::kInternal, "", "gave up"), page_of("received", true)));
  EXPECT_EQ(special_calls_, 0);
}

}  // namespace
}  // namespace emend::ocr
