// What is taken for no text, what is marked as struck out, and how badly a page was read.
#include "ocr/no_text.h"

#include <gtest/gtest.h>

#include "ocr/blackout_marks.h"
#include "ocr/expected_errors.h"
#include "ocr/typed_lines.h"
#include "ocr/unread_ink.h"

namespace emend::ocr {
namespace {

using testing::text_of;
using testing::typed_line;
using testing::typed_word;

std::vector<document::Line> typed_page_lines() {
  return {typed_line(100, 100, {"we", "received", "your", "letter", "of", "yesterday"}),
          typed_line(100, 150, {"concerning", "the", "blankets", "and", "the", "coal"}),
          typed_line(100, 200, {"which", "were", "sent", "to", "the", "village"})};
}

document::Page page_of(std::vector<document::Line> lines) {
  document::Page page;
  page.width_px = 2000;
  page.height_px = 2000;
  document::Paragraph paragraph;
  paragraph.lines = std::move(lines);
  document::Block block;
  block.paragraphs.push_back(std::move(paragraph));
  page.blocks.push_back(std::move(block));
  return page;
}

TEST(MarkWhatIsNoText, KeepsTypedLines) {
  std::vector<document::Line> lines = typed_page_lines();
  mark_what_is_no_text(lines);
  EXPECT_EQ(text_of(lines[0]), "we received your letter of yesterday");
  EXPECT_EQ(text_of(lines[2]), "which were sent to the village");
}

TEST(MarkWhatIsNoText, TakesAStampForNone) {
  std::vector<document::Line> lines = typed_page_lines();
  // Wide scrawls of a few doubtful signs, as high as two lines.
  document::Line stamp;
  stamp.words = {typed_word(300, 400, ";", 0.2F), typed_word(500, 400, "Ju", 0.3F)};
  stamp.words[0].box = {300, 340, 150, 60};
  stamp.words[1].box = {500, 340, 200, 60};
  stamp.box = {300, 340, 400, 60};
  stamp.x_height_px = 55;
  lines.push_back(stamp);
  mark_what_is_no_text(lines);
  EXPECT_EQ(text_of(lines[3]), "");
  ASSERT_EQ(lines[3].words[1].readings.size(), 2U);  // what was read is kept
  EXPECT_EQ(lines[3].words[1].readings[1].text, "Ju");
  EXPECT_GT(lines[3].words[1].best().confidence, 0.7F);
}

TEST(MarkWhatIsNoText, KeepsADoubtfulWordAmongSureOnes) {
  std::vector<document::Line> lines = typed_page_lines();
  lines[1].words[2].readings[0].confidence = 0.2F;
  mark_what_is_no_text(lines);
  EXPECT_EQ(text_of(lines[1]), "concerning the blankets and the coal");
}

TEST(MarkWhatIsNoText, KeepsAPageNumber) {
  std::vector<document::Line> lines = typed_page_lines();
  lines.insert(lines.begin(), typed_line(400, 20, {"-3-"}, 0.6F));
  lines.push_back(typed_line(400, 400, {":3;"}, 0.3F));  // no number
  mark_what_is_no_text(lines);
  EXPECT_EQ(text_of(lines.front()), "-3-");
  EXPECT_EQ(text_of(lines.back()), "");
}

TEST(MarkBlackouts, StandBetweenTheWordsThatTheyPart) {
  document::Page page = page_of({typed_line(100, 100, {"advised", "that"}), typed_line(100, 150, {"went", "home"})});
  page.blocks[0].paragraphs[0].lines[0].words.push_back(typed_word(700, 100, "agreed", 0.9F));
  page.regions = {{document::RegionKind::kBlackout, {370, 72, 250, 32}},
                  {document::RegionKind::kBlackout, {100, 900, 250, 32}},  // in no line
                  {document::RegionKind::kScrawl, {370, 122, 250, 32}}};   // no bar
  EXPECT_EQ(mark_blackouts(page, 0), 1U);
  EXPECT_EQ(text_of(page.blocks[0].paragraphs[0].lines[0]), "advised that ____ agreed");
  EXPECT_EQ(text_of(page.blocks[0].paragraphs[0].lines[1]), "went home");
}

TEST(MarkBlackouts, AreOneForABarInPieces) {
  document::Page page = page_of({typed_line(100, 100, {"advised", "that"})});
  page.regions = {{document::RegionKind::kBlackout, {370, 72, 100, 32}},
                  {document::RegionKind::kBlackout, {475, 72, 100, 32}}};
  EXPECT_EQ(mark_blackouts(page, 0), 1U);
}

TEST(UnreadLines, AreThoseThatNoWordCovers) {
  const document::Page page = page_of({typed_line(100, 100, {"we", "received", "your", "letter"})});
  image::TextLines found;
  found.tall_px = 26;
  for (const int y : {74, 300}) {
    image::TextLine line;
    line.box = {100, y, 500, 26};
    line.tall_px = 26;
    line.letters = 20;
    line.order = 0.9;
    found.lines.push_back(line);
  }
  const auto unread = unread_lines(found, image::Transform(), page);
  ASSERT_EQ(unread.size(), 1U);
  EXPECT_EQ(unread[0].y, 300);
  found.lines[1].order = 0.2;  // a scrawl
  EXPECT_TRUE(unread_lines(found, image::Transform(), page).empty());
}

TEST(ExpectedErrorRate, GrowsWithDoubtAndWithWhatIsNoText) {
  const float sure = expected_error_rate(page_of(typed_page_lines()));
  std::vector<document::Line> doubtful = typed_page_lines();
  for (document::Word& word : doubtful[0].words) word.readings[0].confidence = 0.5F;
  std::vector<document::Line> stamped = typed_page_lines();
  stamped[0].words[1].readings.insert(stamped[0].words[1].readings.begin(), {0, "", 0.9F, {}});
  EXPECT_GT(sure, 0);
  EXPECT_LT(sure, 0.03F);
  EXPECT_GT(expected_error_rate(page_of(doubtful)), 1.5F * sure);
  EXPECT_GT(expected_error_rate(page_of(stamped)), 1.5F * sure);
  EXPECT_LT(expected_error_rate(document::Page{}), 0);
}

}  // namespace
}  // namespace emend::ocr
