// A typed page put together of readings of the whole page and of single lines.
#include "ocr/read_typed_page.h"

#include <gtest/gtest.h>

#include "image/text_lines.h"
#include "ocr/drawn_page.h"
#include "ocr/read_line_again.h"
#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

using testing::text_of;
using testing::typed_line;

// Reads the same in every strip.
class LineEngine final : public Engine {
 public:
  explicit LineEngine(std::string text) : text_(std::move(text)) {}
  document::Witness describe() const override { return {"lines", "", ""}; }
  Result<document::Page> read(const image::Picture&) override { return document::Page{}; }
  Result<document::Line> read_line(const image::Picture& strip) override {
    ++strips;
    if (text_.empty()) return fail(ErrorKind::kInternal, "", "gave up");
    return typed_line(10, strip.height_px() / 2, {text_, "came", "before", "us"});
  }
  int strips = 0;

 private:
  std::string text_;
};

// Black squares where kSentence has its letters, in `rows` lines.
image::Picture page_of_squares(int rows) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(800 * 600), 255);
  for (int row = 0; row < rows; ++row)
    for (const int i : {0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 21, 22})
      for (int y = 0; y < 18; ++y)
        for (int x = 0; x < 14; ++x)
          // A hole keeps it from being a bar of black.
          if (x < 4 || x > 9 || y < 4 || y > 13)
            pixels[static_cast<std::size_t>((82 + row * 50 + y) * 800 + 100 + i * 20 + x)] = 0;
  return image::Picture(800, 600, 1, std::move(pixels), 200);
}

document::Page page_of(std::vector<document::Line> lines) {
  document::Page page;
  document::Paragraph paragraph;
  paragraph.lines = std::move(lines);
  document::Block block;
  block.paragraphs.push_back(std::move(paragraph));
  page.blocks.push_back(std::move(block));
  return page;
}

const std::vector<std::string> kSentence{"received", "your", "letter", "of"};

TEST(ReadTypedPage, LeavesSureLinesAsTheyWereRead) {
  LineEngine engine("again");
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 150, kSentence)});
  const document::Page merged = read_typed_page(page, page, engine, page_of_squares(2), {});
  EXPECT_EQ(engine.strips, 0);
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ received your letter of/ ");
}

TEST(ReadTypedPage, ReadsALineThatBothMissed) {
  LineEngine engine("blankets");
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 200, kSentence)});
  const document::Page merged = read_typed_page(page, page, engine, page_of_squares(3), {});
  EXPECT_EQ(engine.strips, 1);
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ blankets came before us/ received your letter of/ ");
  EXPECT_EQ(merged.blocks[0].paragraphs[0].lines[1].words[0].best().witness, kLineWitness);
}

// Both models are sure of all words but for one that neither has seen.
TEST(ReadTypedPage, ReadsALineAgainThatLeavesLettersWithoutAWord) {
  LineEngine engine("received");
  document::Line line = typed_line(100, 100, kSentence);
  line.words.erase(line.words.begin() + 1);
  const auto page = page_of({line, typed_line(100, 150, kSentence)});
  read_typed_page(page, page, engine, page_of_squares(2), {});
  EXPECT_GE(engine.strips, 1);
}

TEST(ReadTypedPage, KeepsADoubtfulLineWhereReadingAgainFails) {
  LineEngine engine("");
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 150, kSentence, 0.7F)});
  const document::Page merged = read_typed_page(page, page, engine, page_of_squares(2), {});
  EXPECT_GT(engine.strips, 1);  // the plain strip and its variants
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ received your letter of/ ");
}

// The strip of its line is too low for display type, so only the whole page has it in full.
TEST(ReadTypedPage, PutsTheBetterOfTwoReadingsOfAPlaceFirst) {
  LineEngine engine("");
  document::Line display = typed_line(100, 100, {"Received"});
  display.words[0].box.y -= 26;
  display.words[0].box.height += 26;
  document::Line line = typed_line(100, 100, kSentence);
  line.words[0] = testing::typed_word(100, 100, "eceive", 0.3F);
  const document::Page merged = read_typed_page(page_of({display}), page_of({line}), engine, page_of_squares(1), {});
  EXPECT_EQ(text_of(merged.blocks), "Received your letter of/ ");
  EXPECT_EQ(merged.blocks[0].paragraphs[0].lines[0].words[0].box, display.words[0].box);
}

TEST(ReadTypedPage, KeepsWhatStandsOutsideItsLines) {
  LineEngine engine("");
  const auto general = page_of({typed_line(100, 100, kSentence), typed_line(100, 400, kSentence)});
  const auto special = page_of({typed_line(100, 100, kSentence)});
  EXPECT_EQ(text_of(read_typed_page(general, special, engine, page_of_squares(1), {}).blocks),
            "received your letter of/ received your letter of/ ");
}

}  // namespace
}  // namespace emend::ocr
