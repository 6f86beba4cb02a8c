// The grid of typed pages: pitch, phase, drift, and pages that have none.
#include "ocr/typewriter/page_grid.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <gtest/gtest.h>

#include "ocr/typewriter/characters_per_inch.h"
#include "ocr/typewriter/typed_sheet.h"

namespace emend::ocr {
namespace {

document::Page sentences_with(const SheetOptions& options) {
  return typed_sheet(typed_sentences(), typed_sentences(), options).page;
}

TEST(PageGrid, FindsThePitchAtAnyResolution) {
  struct Case {
    double per_inch;
    int resolution_dpi;
  };
  for (const Case& one :
       {Case{10, 100}, Case{10, 300}, Case{12, 150}, Case{12, 200}, Case{12, 600}, Case{15, 200}, Case{15, 400}}) {
    const double pitch_px = one.resolution_dpi / one.per_inch;
    SheetOptions options{.pitch_px = pitch_px, .line_feed = one.per_inch / 6, .resolution_dpi = one.resolution_dpi};
    const PageGrid grid = page_grid_of(sentences_with(options));
    EXPECT_NEAR(grid.pitch_px, pitch_px, 0.005 * pitch_px) << one.per_inch << " at " << one.resolution_dpi;
    EXPECT_GT(grid.share_that_fits, 0.99);
    EXPECT_EQ(characters_per_inch(grid, one.resolution_dpi), one.per_inch);
    // A scan that does not tell its resolution, or a wrong one: the lines tell.
    EXPECT_EQ(characters_per_inch(grid, 0), one.per_inch) << "without a resolution";
    EXPECT_EQ(characters_per_inch(grid, 72), one.per_inch) << "with a wrong resolution";
  }
}

TEST(PageGrid, SaysNothingOfTheInchWithoutAResolutionAndAUsualLineFeed) {
  const PageGrid grid = page_grid_of(sentences_with({.pitch_px = 20, .line_feed = 2.2}));
  EXPECT_GT(grid.pitch_px, 0);
  EXPECT_EQ(characters_per_inch(grid, 0), 0);
}

TEST(PageGrid, TellsThePhaseOfEachLine) {
  const PageGrid grid = page_grid_of(sentences_with({.pitch_px = 20}));
  for (const auto& line : grid.lines) {
    ASSERT_TRUE(line);
    // The sheet's cells begin 0.4 pitches behind the baseline's left end.
    EXPECT_NEAR(line->phase_px, 8, 1.5);
    EXPECT_NEAR(line->pitch_px, 20, 0.2);
  }
}

TEST(PageGrid, PutsEachLetterInACellOfItsOwnThoughLinesDriftAndLean) {
  for (const SheetOptions& options : {SheetOptions{}, SheetOptions{.drift = 0.012}, SheetOptions{.slope = 0.02}}) {
    const PageGrid grid = page_grid_of(sentences_with(options));
    ASSERT_GT(grid.pitch_px, 0);
    std::size_t alone = 0, all = 0;
    for (const auto& line : grid.lines) {
      ASSERT_TRUE(line);
      for (const GridCell& cell : line->cells) {
        all += cell.read.size();
        alone += cell.read.size() == 1 ? 1 : 0;
      }
    }
    EXPECT_EQ(alone, all) << "drift " << options.drift << ", slope " << options.slope;
  }
}

TEST(PageGrid, ProportionalMachinesAndPrintHaveNone) {
  const PageGrid grid = page_grid_of(sentences_with({.is_proportional = true}));
  EXPECT_EQ(grid.pitch_px, 0);
  for (const auto& line : grid.lines) EXPECT_FALSE(line);
}

// A printed page had three lines that stood on a grid by chance, and the letter i of "shillings" was dropped there.
TEST(PageGrid, FewLinesOnOnePitchMakeNoTypedPage) {
  document::Page page;
  std::size_t lines = 0;
  for (const double pitch_px : {20.0, 20.8, 21.6, 22.4, 23.2}) {
    document::Page other = sentences_with({.pitch_px = pitch_px});
    for (document::Block& block : other.blocks)
      for (const document::Paragraph& paragraph : block.paragraphs) lines += paragraph.lines.size();
    page.width_px = std::max(page.width_px, other.width_px);
    page.height_px = std::max(page.height_px, other.height_px);
    std::move(other.blocks.begin(), other.blocks.end(), std::back_inserter(page.blocks));
  }
  const PageGrid grid = page_grid_of(page);
  EXPECT_EQ(grid.pitch_px, 0);
  ASSERT_EQ(grid.lines.size(), lines);
  for (const auto& line : grid.lines) EXPECT_FALSE(line);
}

TEST(PageGrid, BoxesFarOffThePaperMakeNoCells) {
  document::Page page = sentences_with({});
  document::Line& line = page.blocks.front().paragraphs.front().lines.front();
  line.words.back().readings.front().characters.back().box.x = 10'000'000;
  const PageGrid grid = page_grid_of(page);
  EXPECT_FALSE(grid.lines.front());
  EXPECT_TRUE(grid.lines.back());
}

TEST(PageGrid, APageWithoutWordsHasNone) {
  EXPECT_EQ(page_grid_of({}).pitch_px, 0);
  EXPECT_EQ(characters_per_inch(page_grid_of({}), 300), 0);
}

}  // namespace
}  // namespace emend::ocr
