// A typed page put together of readings of the whole page and of single lines.
#include "ocr/read_typed_page.h"

#include <optional>

#include <gtest/gtest.h>

#include "image/text_lines.h"
#include "ocr/drawn_page.h"
#include "ocr/read_line_again.h"
#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

using testing::text_of;
using testing::typed_line;

// Reads the same in every strip, and this page.
class LineEngine final : public Engine {
 public:
  explicit LineEngine(std::string text, document::Page page = {}) : text_(std::move(text)), page_(std::move(page)) {}
  document::Witness describe() const override { return {"lines", "", ""}; }
  Result<document::Page> read(const image::Picture&) override {
    ++pages;
    return page_;
  }
  Result<document::Line> read_line(const image::Picture& strip) override {
    ++strips;
    if (text_.empty()) return fail(ErrorKind::kInternal, "", "gave up");
    return typed_line(10, strip.height_px() / 2, {text_, "were", "letter", "of"}, strips < sure_from ? 0.7F : 0.95F);
  }
  int strips = 0;
  int sure_from = 1;  // the strip from which on it is sure
  int pages = 0;

 private:
  std::string text_;
  document::Page page_;
};

const std::vector<std::string> kSentence{"received", "your", "letter", "of"};

// Where kSentence has no letter.
bool is_space(int cell) { return cell == 8 || cell == 13 || cell == 20; }

// Black squares that stand like the letters of kSentence, `cells` in each of the rows.
image::Picture page_of_squares(int rows, int cells = 23) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(800 * 600), 255);
  for (int row = 0; row < rows; ++row)
    for (int i = 0; i < cells; ++i)
      for (int y = 0; y < 18; ++y)
        for (int x = 0; x < 14; ++x)
          // A hole keeps it from being a bar of black.
          if (!is_space(i) && (x < 4 || x > 9 || y < 4 || y > 13))
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

class ReadTypedPage : public ::testing::Test {
 protected:
  // Without a page of the general engine where it has not read it.
  document::Page read(std::optional<document::Page> general, document::Page special, const image::Picture& picture) {
    const image::TextLines found = image::find_text_lines(picture);
    return read_typed_page({picture, found, std::move(special), std::move(general)}, general_, special_, {});
  }

  LineEngine general_{"general", page_of({typed_line(100, 100, {"sent", "you", "gifts"}, 0.9F)})};
  LineEngine special_{"blankets"};
};

TEST_F(ReadTypedPage, LeavesSureLinesAsTheyWereRead) {
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 150, kSentence)});
  const document::Page merged = read(page, page, page_of_squares(2));
  EXPECT_EQ(special_.strips, 0);
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ received your letter of/ ");
}

TEST_F(ReadTypedPage, ReadsALineThatBothMissed) {
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 200, kSentence)});
  const document::Page merged = read(page, page, page_of_squares(3));
  EXPECT_EQ(special_.strips, 1);
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ blankets were letter of/ received your letter of/ ");
  EXPECT_EQ(merged.blocks[0].paragraphs[0].lines[1].words[0].best().witness, kLineWitness);
}

TEST_F(ReadTypedPage, ReadsALineAgainInWhichInkHasNoWord) {
  const auto page = page_of({typed_line(100, 100, {"received", "your", "letter"})});
  read(page, page, page_of_squares(1, 20));
  EXPECT_EQ(special_.strips, 0);
  read(page, page, page_of_squares(1, 23));
  EXPECT_GT(special_.strips, 0);
}

TEST_F(ReadTypedPage, KeepsADoubtfulLineWhereReadingAgainFails) {
  special_ = LineEngine("");
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 150, kSentence, 0.7F)});
  const document::Page merged = read(page, page, page_of_squares(2));
  EXPECT_GT(special_.strips, 1);  // the plain strip and its variants
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ received your letter of/ ");
}

// The strip of its line is too low for display type, so only the whole page has it in full.
TEST_F(ReadTypedPage, PutsTheBetterOfTwoReadingsOfAPlaceFirst) {
  special_ = LineEngine("");
  document::Line display = typed_line(100, 100, {"Received"});
  display.words[0].box.y -= 26;
  display.words[0].box.height += 26;
  document::Line line = typed_line(100, 100, kSentence);
  line.words[0] = testing::typed_word(100, 100, "eceive", 0.3F);
  const document::Page merged = read(page_of({display}), page_of({line}), page_of_squares(1));
  EXPECT_EQ(text_of(merged.blocks), "Received your letter of/ ");
  EXPECT_EQ(merged.blocks[0].paragraphs[0].lines[0].words[0].box, display.words[0].box);
}

TEST_F(ReadTypedPage, KeepsWhatStandsOutsideItsLines) {
  const auto general = page_of({typed_line(100, 100, kSentence), typed_line(100, 400, kSentence)});
  const auto special = page_of({typed_line(100, 100, kSentence)});
  EXPECT_EQ(text_of(read(general, special, page_of_squares(1)).blocks),
            "received your letter of/ received your letter of/ ");
}

TEST_F(ReadTypedPage, ReadsVariantsUntilNoDoubtIsLeft) {
  special_ = LineEngine("blankets");
  special_.sure_from = 3;
  const auto page = page_of({typed_line(100, 100, kSentence), typed_line(100, 150, kSentence, 0.6F)});
  const document::Page merged = read(page, page, page_of_squares(2));
  EXPECT_EQ(special_.strips, 3);
  EXPECT_EQ(text_of(merged.blocks), "received your letter of/ blankets were letter of/ ");
}

TEST_F(ReadTypedPage, ReadsNoVariantsOfInkThatIsNoText) {
  special_ = LineEngine("");
  const auto page = page_of({typed_line(100, 150, kSentence)});
  image::TextLines found = image::find_text_lines(page_of_squares(2));
  ASSERT_EQ(found.lines.size(), 2U);
  found.lines.front().order = 0.2;
  read_typed_page({page_of_squares(2), found, page, page}, general_, special_, {});
  EXPECT_EQ(special_.strips, 1);
}

TEST_F(ReadTypedPage, AsksTheGeneralEngineForLinesInDoubtOnly) {
  special_ = LineEngine("");
  std::vector<document::Line> lines;
  for (int row = 0; row < 8; ++row)
    lines.push_back(typed_line(100, 100 + 50 * row, kSentence, row == 3 ? 0.2F : 0.95F));
  const document::Page merged = read(std::nullopt, page_of(lines), page_of_squares(8));
  EXPECT_EQ(general_.pages, 0);
  EXPECT_EQ(general_.strips, 1);
  const document::Line& line = merged.blocks[0].paragraphs[0].lines[3];
  EXPECT_EQ(text_of(line), "general were letter of");
  EXPECT_EQ(line.words[0].best().witness, 0U);
}

TEST_F(ReadTypedPage, AsksTheGeneralEngineForAPageThatIsMostlyInDoubt) {
  const auto special = page_of({typed_line(100, 100, kSentence, 0.2F), typed_line(100, 150, kSentence)});
  read(std::nullopt, special, page_of_squares(2));
  EXPECT_EQ(general_.pages, 1);
  EXPECT_EQ(general_.strips, 0);
}

}  // namespace
}  // namespace emend::ocr
