#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "base/json.h"
#include "base/parallel.h"
#include "document/page_json.h"
#include "ocr/drawn_page.h"
#include "ocr/engine.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::Box;
using testing::ElementsAre;
using testing::HasSubstr;

std::unique_ptr<Engine> english() {
  auto engine = make_tesseract_engine({});
  EXPECT_TRUE(engine) << engine.error().what;
  return engine ? std::move(*engine) : nullptr;
}

std::string json_of(const Result<document::Page>& page) {
  return page ? to_line(document::page_to_json(*page)) : page.error().what;
}

const std::vector<std::string> kLines = {"Better later than earlier", "The centre of the city"};

TEST(TesseractEngine, ReadsWordsWithTheirEvidence) {
  const auto engine = english();
  ASSERT_TRUE(engine);
  const image::Picture picture = drawn_page(kLines, 1, 150);
  const auto page = engine->read(picture);
  ASSERT_TRUE(page) << page.error().what;
  EXPECT_THAT(lines_of(*page), ElementsAre(kLines[0], kLines[1]));

  std::size_t alternatives = 0;
  const Box whole{0, 0, picture.width_px(), picture.height_px()};
  for (const auto& block : page->blocks) {
    EXPECT_EQ(block.kind, document::BlockKind::kText);
    for (const auto& paragraph : block.paragraphs) {
      EXPECT_TRUE(paragraph.is_left_to_right);
      for (const auto& line : paragraph.lines) {
        EXPECT_GT(line.x_height_px, 8);
        EXPECT_LT(line.x_height_px, 25);
        EXPECT_GT(line.baseline.x1, line.baseline.x0);
        EXPECT_GT(line.baseline.y0, line.box.y);
        EXPECT_LE(line.baseline.y0, line.box.bottom() + 2);
        for (const auto& word : line.words) {
          EXPECT_EQ(united(whole, word.box), whole);
          EXPECT_GT(word.best().confidence, 0.5F);
          EXPECT_LE(word.best().confidence, 1.0F);
          EXPECT_GT(word.font_size_pt, 5);
          EXPECT_EQ(word.best().witness, 0U);
          std::string spelled;
          for (const auto& character : word.best().characters) {
            spelled += character.text;
            EXPECT_FALSE(character.box.is_empty());
            alternatives += character.alternatives.size();
            for (const auto& alternative : character.alternatives) {
              EXPECT_NE(alternative.text, character.text);
              EXPECT_LE(alternative.confidence, 1.0F);
            }
          }
          EXPECT_EQ(spelled, word.best().text);
        }
      }
    }
  }
  EXPECT_GT(alternatives, 0U);
}

TEST(TesseractEngine, ReadsColourAsBlueGreenRed) {
  const auto engine = english();
  ASSERT_TRUE(engine);
  const auto page = engine->read(drawn_page(kLines, 3));
  ASSERT_TRUE(page) << page.error().what;
  EXPECT_THAT(lines_of(*page), ElementsAre(kLines[0], kLines[1]));
}

TEST(TesseractEngine, ForgetsEarlierPages) {
  const auto engine = english();
  ASSERT_TRUE(engine);
  const std::string first = json_of(engine->read(drawn_page(kLines)));
  engine->read(drawn_page({"Something else altogether", "1234 5678"}));
  EXPECT_EQ(json_of(engine->read(drawn_page(kLines))), first);
}

TEST(TesseractEngine, ReadsTheSameInSeveralThreads) {
  const std::string alone = json_of(english()->read(drawn_page(kLines)));
  std::vector<std::string> pages(4);
  run_in_parallel(pages.size(), 2, [&](std::size_t i) {
    auto engine = make_tesseract_engine({});
    pages[i] = engine ? json_of((*engine)->read(drawn_page(kLines))) : engine.error().what;
  });
  EXPECT_THAT(pages, testing::Each(alone));
}

TEST(TesseractEngine, SurvivesStrangePictures) {
  const auto engine = english();
  ASSERT_TRUE(engine);
  const image::Picture strange[] = {
      image::Picture(),          plain_page(1, 1, 0),     plain_page(1, 1, 255),     plain_page(3, 3, 0),
      plain_page(1, 2000, 0),    plain_page(3, 2000, 0),  plain_page(2000, 3, 255),  plain_page(10, 10, 0),
      plain_page(500, 500, 0),   plain_page(500, 500, 9), plain_page(500, 500, 255), plain_page(30000, 8, 0),
      plain_page(30000, 8, 255), plain_page(8, 30000, 0),
  };
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  for (const image::Picture& picture : strange) {
    SCOPED_TRACE(std::to_string(picture.width_px()) + " by " + std::to_string(picture.height_px()));
    const auto page = engine->read(picture);
    EXPECT_FALSE(page && page->has_words());
  }
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  // And is as good as before.
  EXPECT_THAT(lines_of(*engine->read(drawn_page(kLines))), ElementsAre(kLines[0], kLines[1]));
}

TEST(TesseractEngine, RefusesSidesBeyondSixteenBits) {
  const auto engine = english();
  ASSERT_TRUE(engine);
  const auto page = engine->read(plain_page(40000, 10, 255));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kUnreadable);
}

TEST(TesseractEngine, PrintsNothing) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  const auto engine = english();
  for (const int resolution_dpi : {0, 1, 300, 100000}) EXPECT_TRUE(engine->read(drawn_page(kLines, 1, resolution_dpi)));
  EXPECT_FALSE(make_tesseract_engine({"xyz", ""}));
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(TesseractEngine, NamesTheLanguagesThatThereAre) {
  for (const char* languages : {"xyz", "eng+xyz"}) {
    const auto engine = make_tesseract_engine({languages, ""});
    ASSERT_FALSE(engine) << languages;
    EXPECT_EQ(engine.error().kind, ErrorKind::kMissing);
    EXPECT_THAT(engine.error().what, HasSubstr("eng"));
    EXPECT_THAT(engine.error().hint, HasSubstr("tesseract-ocr-xyz"));
  }
}

TEST(TesseractEngine, RefusesPathsAndEmptyNames) {
  for (const char* languages : {"", "../eng", "/eng", "eng/..", "eng+"}) {
    const auto engine = make_tesseract_engine({languages, ""});
    ASSERT_FALSE(engine) << languages;
    EXPECT_EQ(engine.error().kind, ErrorKind::kUsage) << languages;
  }
}

TEST(TesseractEngine, NamesAFolderThatIsMissing) {
  const auto engine = make_tesseract_engine({"eng", "/no/such/folder"});
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().kind, ErrorKind::kMissing);
  EXPECT_EQ(engine.error().subject, "/no/such/folder");
}

}  // namespace
}  // namespace emend::ocr
