#include "check/layout.h"

#include <gtest/gtest.h>

namespace emend::check {
namespace {

std::vector<std::string> words(const Layout& layout) {
  std::vector<std::string> words;
  for (const auto& page : layout.pages)
    for (const auto& block : page.blocks)
      for (const auto& paragraph : block.paragraphs)
        for (const auto& line : paragraph.lines)
          for (const auto& word : line.words) words.push_back(word.best().text);
  return words;
}

using Words = std::vector<std::string>;

// Every word that is said to stand in the file as it is does so.
void expect_places(const std::string& bytes, const Layout& layout) {
  const Words all = words(layout);
  ASSERT_EQ(all.size(), layout.word_spans.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (layout.word_spans[i].begin != kNowhere) {
      EXPECT_EQ(layout.word_spans[i].of(bytes), all[i]);
    }
}

const std::string kHocrPage =
    "<?xml version='1.0'?>\n<html><body><div class='ocr_page' title='image \"s 1.png\"; bbox 0 0 900 1200'>"
    "<p class='ocr_par'><span class='ocr_line' title='bbox 1 2 3 4'>"
    "<span class='ocrx_word' title='bbox 10 20 40 60; x_wconf 87'>One</span> "
    "<span class='ocrx_word' title='bbox 50 20 90 60; x_wconf 12'><strong>A&amp;B</strong></span></span>"
    "<span class='ocr_line' title='bbox 5 6 7 8'>plain line</span></p></div></body></html>";

const std::string kAltoPage =
    "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'><Description><sourceImageInformation><fileName>a.tif"
    "</fileName></sourceImageInformation></Description><Layout><Page WIDTH='900' HEIGHT='1200'><PrintSpace><TextBlock>"
    "<TextLine><String HPOS='10' VPOS='20' WIDTH='30' HEIGHT='40' WC='0.5' CONTENT='com'/><HYP CONTENT='-'/></TextLine>"
    "<TextLine><String CONTENT = \"mittee\" HPOS='1.6'/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>";

const std::string kPagePage =
    "<PcGts xmlns='x'><Page imageFilename='p.png' imageWidth='900' imageHeight='1200'><TextRegion>"
    "<TextLine><Coords points='10,20 40,20 40,60 10,60'/><TextEquiv conf='0.8'><Unicode>two words</Unicode></TextEquiv>"
    "</TextLine><TextLine><Word><Coords points='1,2 3,4'/><TextEquiv><Unicode>third</Unicode></TextEquiv></Word>"
    "<TextEquiv><Unicode>third</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>";

TEST(Layout, Hocr) {
  const auto layout = read_layout(kHocrPage, FileKind::kHocr, "a.hocr");
  ASSERT_TRUE(layout) << layout.error().what;
  EXPECT_EQ(words(*layout), (Words{"One", "A&B", "plain", "line"}));
  EXPECT_EQ(layout->images, (Words{"s 1.png"}));
  EXPECT_EQ(layout->pages[0].width_px, 900);
  const auto& word = layout->pages[0].blocks[0].paragraphs[0].lines[0].words[0];
  EXPECT_EQ(word.box, (document::Box{10, 20, 30, 40}));
  EXPECT_FLOAT_EQ(word.best().confidence, 0.87F);
  EXPECT_EQ(layout->word_spans[1].begin, kNowhere) << "an entity is not what stands in the file";
  expect_places(kHocrPage, *layout);
}

TEST(Layout, Alto) {
  const auto layout = read_layout(kAltoPage, FileKind::kAlto, "a.xml");
  ASSERT_TRUE(layout) << layout.error().what;
  EXPECT_EQ(words(*layout), (Words{"com-", "mittee"}));
  EXPECT_EQ(layout->images, (Words{"a.tif"}));
  EXPECT_EQ(layout->pages[0].blocks[0].paragraphs[0].lines[0].words[0].box, (document::Box{10, 20, 30, 40}));
  EXPECT_EQ(layout->word_spans[1].of(kAltoPage), "mittee");
}

TEST(Layout, Page) {
  const auto layout = read_layout(kPagePage, FileKind::kPage, "a.xml");
  ASSERT_TRUE(layout) << layout.error().what;
  EXPECT_EQ(words(*layout), (Words{"two", "words", "third"}));
  EXPECT_EQ(layout->pages[0].blocks[0].paragraphs[0].lines[0].words[1].box, (document::Box{10, 20, 30, 40}));
  expect_places(kPagePage, *layout);
}

TEST(Layout, WhatIsNotWellFormedIsRefusedWithItsLine) {
  const auto layout = read_layout("<alto>\n<Page>\n</alto>", FileKind::kAlto, "a.xml");
  ASSERT_FALSE(layout);
  EXPECT_EQ(layout.error().subject, "a.xml:3");
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  for (int i = 0; i < 1000; ++i) deep += "</a>";
  EXPECT_FALSE(read_layout(deep, FileKind::kAlto, "a.xml"));
}

}  // namespace
}  // namespace emend::check
