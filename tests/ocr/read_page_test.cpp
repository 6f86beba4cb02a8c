#include "ocr/read_page.h"

#include <gtest/gtest.h>

#include "ocr/drawn_page.h"

namespace emend::ocr {
namespace {

using document::Box;

// One word of one character on one line, at fixed places.
class OneWordEngine final : public Engine {
 public:
  document::Witness describe() const override { return {"one-word", "", ""}; }
  Result<document::Page> read(const image::Picture&) override {
    const Box box{100, 200, 40, 20};
    document::Word word;
    word.box = box;
    word.font_size_pt = 11;
    word.readings = {{0, "a", 0.9F, {{"a", 0.9F, box, {}}}}};
    document::Line line{box, {100, 218, 140, 219}, 12, {word}};
    document::Paragraph paragraph;
    paragraph.box = box;
    paragraph.first_line_indent_px = 30;
    paragraph.lines = {line};
    document::Page page;
    page.blocks = {{document::BlockKind::kText, box, {paragraph}}};
    return page;
  }
};

class FailingEngine final : public Engine {
 public:
  document::Witness describe() const override { return {"failing", "", ""}; }
  Result<document::Page> read(const image::Picture&) override { return fail(ErrorKind::kInternal, "", "gave up"); }
};

TEST(ReadVariant, BringsEveryMeasureBackToTheScan) {
  OneWordEngine engine;
  // The variant is the scan without a border of 50 by 60 pixels, twice as large.
  const image::Transform to_scan = image::Transform::shift(50, 60).after(image::Transform::scale(0.5, 0.5));
  const auto page = read_variant(engine, {"cleaned", plain_page(10, 10, 255), to_scan}, 1000, 1500);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->width_px, 1000);
  EXPECT_EQ(page->height_px, 1500);
  const Box expected{100, 160, 20, 10};
  const document::Block& block = page->blocks.at(0);
  const document::Paragraph& paragraph = block.paragraphs.at(0);
  const document::Line& line = paragraph.lines.at(0);
  const document::Word& word = line.words.at(0);
  EXPECT_EQ(block.box, expected);
  EXPECT_EQ(paragraph.box, expected);
  EXPECT_EQ(line.box, expected);
  EXPECT_EQ(word.box, expected);
  EXPECT_EQ(word.best().characters.at(0).box, expected);
  EXPECT_EQ(paragraph.first_line_indent_px, 15);
  EXPECT_FLOAT_EQ(line.x_height_px, 6);
  EXPECT_FLOAT_EQ(word.font_size_pt, 11);
  EXPECT_EQ(line.baseline.x0, 100);
  EXPECT_EQ(line.baseline.y0, 169);
  EXPECT_EQ(line.baseline.x1, 120);
}

TEST(ReadVariant, KeepsBoxesInsideTheScan) {
  OneWordEngine engine;
  const auto page = read_variant(engine, {"cleaned", plain_page(10, 10, 255), {}}, 110, 210);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->blocks.at(0).box, (Box{100, 200, 10, 10}));
}

TEST(ReadVariant, HandsOnTheErrorOfTheEngine) {
  FailingEngine engine;
  const auto page = read_variant(engine, {"cleaned", plain_page(10, 10, 255), {}}, 10, 10);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kInternal);
}

}  // namespace
}  // namespace emend::ocr
