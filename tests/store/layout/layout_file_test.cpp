#include "store/layout/layout_file.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "store/layout/layout_sample.h"
#include "text/encoding.h"

namespace emend::store {
namespace {

using document::Box;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(LayoutFormat, IsToldByTheRootElement) {
  const struct {
    std::string bytes;
    std::optional<LayoutFormat> expected;
  } kCases[] = {
      {"<alto>", LayoutFormat::kAlto},
      {"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a <html> --><a:alto xmlns:a='x'/>", LayoutFormat::kAlto},
      {"<!DOCTYPE x [<!ENTITY a '<html>'>]><PcGts>", LayoutFormat::kPage},
      {"<html><body class='ocr_page'>", LayoutFormat::kHocr},
      {"<div class='ocr_page'>", LayoutFormat::kHocr},
      {"<html><body>a page of the web</body></html>", std::nullopt},
      {"<TEI>", std::nullopt},
      {"a text about <alto>", std::nullopt},
      {"", std::nullopt},
      {"<", std::nullopt},
      {"<!--", std::nullopt},
  };
  for (const auto& c : kCases) EXPECT_EQ(layout_format_of(c.bytes), c.expected) << c.bytes;
  EXPECT_EQ(layout_format_of(sample_bytes("wide.alto.xml")), LayoutFormat::kAlto);
}

TEST(LayoutFormat, NamesMarkupOfOtherKinds) {
  EXPECT_EQ(unknown_markup("<?xml version='1.0'?><TEI xmlns='x'>"), "TEI");
  EXPECT_EQ(unknown_markup("<!DOCTYPE html><html>"), "html");
  EXPECT_EQ(unknown_markup("<alto/>"), std::nullopt);
  EXPECT_EQ(unknown_markup("< 5 pounds, he said"), std::nullopt);
}

TEST(Hocr, TellsPagesWordsAndWhatIsKnownOfThem) {
  const LayoutFile file = layout_sample("letter.hocr");
  EXPECT_EQ(raw_text_of(file).text(), "Dear MrThomas Smith &\ntbe end 1\n\nlines alone here\nhello\n");
  ASSERT_EQ(file.pages.size(), 2U);
  EXPECT_EQ(file.pages[0].width_px, 1000);
  EXPECT_EQ(file.pages[0].height_px, 1400);
  EXPECT_EQ(file.pages[0].resolution_dpi, 200);
  EXPECT_EQ(file.pages[1].number, 2);
  ASSERT_EQ(file.witnesses.size(), 2U);
  EXPECT_EQ(file.witnesses[0].engine, "reader 2.1 & co");
  EXPECT_TRUE(file.witnesses[0].tells_confidence);
  EXPECT_FALSE(file.witnesses[1].tells_confidence);

  const document::Line& first = line_of(file, 0, 0, 0);
  EXPECT_EQ(first.box, (Box{100, 100, 800, 40}));
  EXPECT_EQ(first.baseline.x0, 100);
  EXPECT_EQ(first.baseline.y0, 132);
  EXPECT_EQ(first.baseline.y1, 140);
  EXPECT_FLOAT_EQ(first.x_height_px, 20);
  EXPECT_TRUE(first.words[0].is_bold);
  EXPECT_FLOAT_EQ(first.words[0].best().confidence, 0.96F);
  EXPECT_FLOAT_EQ(first.words[0].font_size_pt, 12);
  EXPECT_EQ(first.words[0].box, (Box{100, 100, 100, 40}));
  EXPECT_EQ(first.words[1].best().text, "MrThomas");
  EXPECT_EQ(first.words[2].best().witness, 1U) << "nobody says how sure it was";
  // "Smith &" is one element and two words: they share its box by their letters.
  EXPECT_EQ(first.words[2].box, (Box{420, 100, 128, 40}));
  EXPECT_EQ(first.words[3].box, (Box{574, 100, 26, 40}));
}

TEST(Hocr, TellsWhatLettersMayBe) {
  const LayoutFile file = layout_sample("letter.hocr");
  const document::Line& line = line_of(file, 0, 0, 1);
  const auto& letters = line.words[0].best().characters;
  ASSERT_EQ(letters.size(), 3U) << "the space before the word is none of its letters";
  EXPECT_EQ(letters[1].text, "b");
  EXPECT_FLOAT_EQ(letters[1].confidence, 0.6F);
  ASSERT_EQ(letters[1].alternatives.size(), 1U);
  EXPECT_EQ(letters[1].alternatives[0].text, "h");
  EXPECT_FLOAT_EQ(letters[1].alternatives[0].confidence, 0.4F);

  const auto& boxed = line.words[1].best().characters;
  ASSERT_EQ(boxed.size(), 3U);
  EXPECT_EQ(boxed[2].text, "d");
  EXPECT_EQ(boxed[2].box, (Box{245, 160, 55, 40}));
  EXPECT_FLOAT_EQ(boxed[0].confidence, 0.985F);
  EXPECT_TRUE(line.words[2].is_superscript);
}

TEST(Hocr, TakesLinesWithoutWordsAndWordsWithoutLines) {
  const LayoutFile file = layout_sample("letter.hocr");
  const document::Line& line = line_of(file, 1, 0, 0);
  ASSERT_EQ(line.words.size(), 3U);
  EXPECT_EQ(line.words[0].box, (Box{10, 10, 62, 30}));
  EXPECT_EQ(raw_text_of(layout_sample("piece.hocr")).text(), "loose words\n");
}

TEST(Hocr, MayBeOldHtmlInAnOldEncoding) {
  const LayoutFile file = layout_sample("old-latin1.html");
  EXPECT_EQ(raw_text_of(file).text(), "Le café fermé — déjà\n");
  EXPECT_EQ(file.source.encoding, "iso-8859-1");
  EXPECT_TRUE(file.source.is_exact);
  EXPECT_EQ(file.witnesses[0].engine, "old reader");
}

TEST(Alto, ConvertsUnitsAndKeepsReadingOrder) {
  const LayoutFile file = layout_sample("letter-2.alto.xml", {.resolution_dpi = 200});
  EXPECT_EQ(raw_text_of(file).text(), "Minutes\n\nWe co-op-\nerate gladly 1 rock-\n\nsecond block\n\n7\n");
  EXPECT_EQ(file.pages[0].width_px, 1700);
  EXPECT_EQ(file.pages[0].height_px, 2200);
  EXPECT_EQ(file.pages[0].resolution_dpi, 200);
  EXPECT_TRUE(file.problems.empty());
  const document::Line& line = line_of(file, 0, 1, 0);
  EXPECT_EQ(line.box, (Box{200, 394, 1000, 39}));
  EXPECT_EQ(line.words[1].box, (Box{294, 394, 216, 39})) << "with its hyphen";
  EXPECT_EQ(line.words[1].whole_word, "co-operate");
  EXPECT_EQ(file.witnesses[0].engine, "reader 2.1");
}

TEST(Alto, SaysWhichResolutionItTook) {
  const LayoutFile file = layout_sample("letter-2.alto.xml");
  EXPECT_EQ(file.pages[0].resolution_dpi, 300);
  EXPECT_EQ(file.pages[0].width_px, 2550);
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_THAT(file.problems[0].error.what, HasSubstr("tenths of a millimetre"));
  EXPECT_THAT(file.problems[0].error.hint, HasSubstr("--dpi"));
  const std::string inches =
      "<alto><Description><MeasurementUnit>inch1200</MeasurementUnit></Description><Layout><Page WIDTH='1200' "
      "HEIGHT='2400'><PrintSpace><TextBlock><TextLine><String CONTENT='a'/></TextLine></TextBlock></PrintSpace></Page>"
      "</Layout></alto>";
  EXPECT_EQ(layout_of(inches).pages[0].width_px, 300);
}

TEST(Alto, TellsStylesAndConfidences) {
  const LayoutFile file = layout_sample("letter-2.alto.xml");
  const document::Line& line = line_of(file, 0, 1, 1);
  EXPECT_FLOAT_EQ(line.words[0].font_size_pt, 12);
  EXPECT_TRUE(line.words[1].is_bold && line.words[1].is_italic);
  ASSERT_EQ(line.words[1].readings.size(), 2U);
  EXPECT_EQ(line.words[1].readings[1].text, "gladiy");
  EXPECT_TRUE(line.words[2].is_superscript);
  EXPECT_EQ(line.words[3].best().text, "rock-");
  const document::Line& second = line_of(file, 0, 2, 0);
  EXPECT_FLOAT_EQ(second.words[0].best().confidence, 0.5F);
  EXPECT_FLOAT_EQ(second.words[1].best().confidence, 0.8F) << "the mean of CC, where WC is missing";
}

TEST(Alto, FollowsItsReadingOrderAndTellsGlyphs) {
  const LayoutFile file = layout_sample("letter-4.alto.xml");
  EXPECT_EQ(raw_text_of(file).text(), "moon \"tbe\"\n\nread last\n\noverleaf\n");
  ASSERT_EQ(file.pages.size(), 2U);
  const document::Line& line = line_of(file, 0, 0, 0);
  EXPECT_EQ(line.baseline.y0, 132);
  const auto& letters = line.words[0].best().characters;
  ASSERT_EQ(letters.size(), 4U);
  ASSERT_EQ(letters[0].alternatives.size(), 1U);
  EXPECT_EQ(letters[0].alternatives[0].text, "rn");
  EXPECT_EQ(line_of(file, 0, 1, 0).baseline.y1, 134);
}

TEST(Alto, ARingOfBlocksIsReadOnce) {
  EXPECT_EQ(raw_text_of(layout_sample("ring.alto.xml")).text(), "x y\n\nz\n");
  const LayoutFile wide = layout_sample("wide.alto.xml");
  EXPECT_EQ(raw_text_of(wide).text(), "x y\n\nz\n");
  EXPECT_TRUE(wide.source.is_exact);
}

TEST(PageXml, FollowsItsReadingOrder) {
  const LayoutFile file = layout_sample("letter.page.xml");
  EXPECT_EQ(raw_text_of(file).text(), "Hi\n\nThe cornmittee\nmet again\n\nno lines\nhere\n");
  EXPECT_EQ(file.pages[0].resolution_dpi, 300);
  EXPECT_EQ(file.witnesses[0].engine, "reader 2.1");
  EXPECT_EQ(file.pages[0].blocks[0].kind, document::BlockKind::kHeading);
}

TEST(PageXml, TakesTheTextWithTheLowestIndex) {
  const LayoutFile file = layout_sample("letter.page.xml");
  const document::Line& line = line_of(file, 0, 1, 0);
  ASSERT_EQ(line.words[0].readings.size(), 2U);
  EXPECT_EQ(line.words[0].readings[1].text, "Tbe");
  EXPECT_FLOAT_EQ(line.words[0].best().confidence, 0.7F);
  EXPECT_TRUE(line.words[1].is_bold);
  EXPECT_EQ(line.baseline.y1, 534);
  const auto& letters = line_of(file, 0, 0, 0).words[0].best().characters;
  ASSERT_EQ(letters.size(), 2U);
  EXPECT_EQ(letters[0].alternatives.at(0).text, "N");
  // A line without words, and a region without lines.
  EXPECT_EQ(line_of(file, 0, 1, 1).words[1].box.x, 455);
  EXPECT_EQ(line_of(file, 0, 2, 1).box, (Box{100, 850, 200, 50}));
}

TEST(Layout, WordsAreWhereTheFileHasThem) {
  for (const char* name : {"letter.hocr", "letter-2.alto.xml", "letter-4.alto.xml", "letter.page.xml"}) {
    const LayoutFile file = layout_sample(name);
    const document::RawText raw = raw_text_of(file);
    ASSERT_EQ(raw.places().size(), file.words.size()) << name;
    for (std::size_t i = 0; i < file.words.size(); ++i) {
      const WordSource& source = file.words[i];
      if (!source.is_verbatim) continue;
      EXPECT_EQ(std::string(source.span.of(file.source.text)) + source.suffix, raw.places()[i].span.of(raw.text()))
          << name;
    }
  }
}

TEST(Layout, EntitiesDoNotGrow) {
  const LayoutFile file = layout_sample("bomb.page.xml");
  EXPECT_EQ(raw_text_of(file).text(), "before &c; &file; after\n");
}

TEST(Layout, BoxesWithoutSenseAreMissing) {
  const LayoutFile file = layout_sample("bad-boxes.alto.xml");
  EXPECT_EQ(raw_text_of(file).text(), "one two three four\uFFFD\uFFFD\uFFFD\uFFFD-\nnowhere\n");
  const document::Line& line = line_of(file, 0, 0, 0);
  EXPECT_EQ(line.words[0].box, (Box{0, 0, 10, 20})) << "the part that is on the page";
  EXPECT_FLOAT_EQ(line.words[0].best().confidence, 1);
  for (const document::Word& word : line.words) {
    EXPECT_GE(word.box.x, 0);
    EXPECT_FALSE(word.box.is_empty());
  }
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_THAT(file.problems[0].error.what, HasSubstr("where 1 of its words stand"));
}

TEST(Layout, RefusesWhatItCannotRead) {
  const std::string deep = [] {
    std::string xml = "<alto>";
    for (int i = 0; i < 100'000; ++i) xml += "<a>";
    for (int i = 0; i < 100'000; ++i) xml += "</a>";
    return xml + "</alto>";
  }();
  const struct {
    std::string bytes;
    std::string what;
  } kCases[] = {
      {"a text", "is neither hOCR nor ALTO nor PAGE XML"},
      {sample_bytes("broken.alto.xml"), "is not well-formed XML: Start-end tags mismatch at line 1"},
      {"<alto>\n<Layout>\n<Page", "at line 3"},
      {sample_bytes("martian.alto.xml"), "is in an unknown encoding: martian"},
      {"<alto><Description/></alto>", "is ALTO without a page"},
      {"<PcGts/>", "is PAGE without a page"},
      {"<html><meta name='ocr-system'></html>", "is hOCR without a page"},
      {deep, "nested more than 200 deep"},
      {std::string("<alto>\0</alto>", 14), ""},
  };
  for (const auto& c : kCases) {
    const auto file = read_layout(c.bytes, "dir/file.xml");
    ASSERT_FALSE(file) << c.what;
    EXPECT_EQ(file.error().subject, "dir/file.xml");
    EXPECT_THAT(file.error().what, HasSubstr(c.what));
    EXPECT_FALSE(file.error().hint.empty()) << c.what;
  }
}

TEST(Layout, BytesThatAreNotWhatTheyShouldBeAreTold) {
  const auto with = [](const std::string& content) {
    return "<alto><Layout><Page><PrintSpace><TextBlock><TextLine HPOS='1' VPOS='1' WIDTH='9' HEIGHT='9'><String "
           "CONTENT='" +
           content + "'/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>";
  };
  const LayoutFile broken = layout_of(with("na\xC3\xAFve \xC3\xA9t\xC3\xA9 caf\xE9"));
  EXPECT_FALSE(broken.source.is_exact);
  ASSERT_EQ(broken.problems.size(), 1U);
  EXPECT_THAT(broken.problems[0].error.what, HasSubstr("mean nothing in UTF-8"));
  const LayoutFile guessed = layout_of(with("caf\xE9"));
  EXPECT_TRUE(guessed.source.is_exact);
  ASSERT_EQ(guessed.problems.size(), 1U);
  EXPECT_THAT(guessed.problems[0].error.what, HasSubstr("a guess"));
}

}  // namespace
}  // namespace emend::store
