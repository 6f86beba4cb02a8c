#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/files.h"
#include "image/scan_source.h"

namespace emend::image {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;
using testing::write_pdf;

TEST(Pdf, ScannedPagesComeAtTheirOwnResolution) {
  const TemporaryFolder folder;
  // US letter at 200 dots per inch, and at a resolution that nobody would guess.
  write_pdf(folder.file("a.pdf"), {{.picture_width_px = 1700, .picture_height_px = 2200},
                                   {.picture_width_px = 1163, .picture_height_px = 1505}});
  const auto source = open_scan(folder.file("a.pdf"), {});
  ASSERT_TRUE(source) << source.error().what;
  EXPECT_EQ((*source)->format(), "PDF");
  ASSERT_EQ((*source)->page_count(), 2u);
  const auto first = (*source)->load(0);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->picture.width_px(), 1700);
  EXPECT_EQ(first->picture.height_px(), 2200);
  EXPECT_EQ(first->picture.resolution_dpi(), 200);
  EXPECT_EQ(first->picture.channels(), 1);
  EXPECT_TRUE(first->problems.empty());
  const auto second = (*source)->load(1);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->picture.width_px(), 1163);
}

TEST(Pdf, PixelsOfAScanAreNotSmeared) {
  const TemporaryFolder folder;
  write_pdf(folder.file("a.pdf"), {{.picture_width_px = 1700, .picture_height_px = 2200}});
  const auto page = (*open_scan(folder.file("a.pdf"), {}))->load(0);
  ASSERT_TRUE(page);
  const std::uint8_t* row = page->picture.row(1100);
  int smeared = 0;
  for (int x = 0; x < 1700; ++x) smeared += row[x] != (x % 2 == 0 ? 0 : 255) ? 1 : 0;
  EXPECT_EQ(smeared, 0);
}

TEST(Pdf, PagesOfLettersAreDrawnAt300) {
  const TemporaryFolder folder;
  // Letters alone; letters with a logo; a coarse backdrop under letters; an empty page.
  write_pdf(folder.file("a.pdf"),
            {{.has_text = true},
             {.picture_width_px = 100, .picture_height_px = 100, .covered = 0.2, .has_text = true},
             {.picture_width_px = 400, .picture_height_px = 500, .has_text = true},
             {}});
  const auto source = open_scan(folder.file("a.pdf"), {});
  ASSERT_TRUE(source);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto page = (*source)->load(i);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->picture.width_px(), 2550) << i;
    EXPECT_EQ(page->picture.resolution_dpi(), 300) << i;
  }
}

TEST(Pdf, LettersComeOutBlackOnWhite) {
  const TemporaryFolder folder;
  write_pdf(folder.file("a.pdf"), {{.has_text = true}});
  const auto page = (*open_scan(folder.file("a.pdf"), {}))->load(0);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->picture.channels(), 1);
  EXPECT_EQ(page->picture.row(0)[0], 255);
  int dark = 0;
  for (int x = 0; x < 2550; ++x) dark += page->picture.row(285)[x] < 64 ? 1 : 0;
  EXPECT_GT(dark, 20);
}

TEST(Pdf, AbsurdSizesAreRefused) {
  const TemporaryFolder folder;
  write_pdf(folder.file("a.pdf"), {{.width_pt = 14400, .height_pt = 14400, .has_text = true}});
  const auto source = open_scan(folder.file("a.pdf"), {});
  ASSERT_TRUE(source);
  const auto page = (*source)->load(0);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kTooLarge);
}

TEST(Pdf, APasswordIsSaidSo) {
  ::testing::internal::CaptureStderr();
  const auto source = open_scan(EMEND_SOURCE_DIR "/tests/image/data/password.pdf", {});
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, ErrorKind::kUnreadable);
  EXPECT_THAT(source.error().what, HasSubstr("password"));
  EXPECT_THAT(source.error().hint, HasSubstr("qpdf --decrypt"));
}

TEST(Pdf, EveryCutIsAnErrorOrPagesAndSilent) {
  const TemporaryFolder folder;
  write_pdf(folder.file("a.pdf"),
            {{.width_pt = 72, .height_pt = 72, .has_text = true}, {.width_pt = 72, .height_pt = 72}});
  const std::string bytes = testing::bytes_of(folder.file("a.pdf"));
  ::testing::internal::CaptureStderr();
  for (std::size_t size = 5; size < bytes.size(); size += bytes.size() / 12) {
    const auto source = open_scan(folder.file("b.pdf", bytes.substr(0, size)), {});
    if (!source) {
      EXPECT_EQ(source.error().kind, ErrorKind::kUnreadable);
      continue;
    }
    for (std::size_t i = 0; i < (*source)->page_count(); ++i) static_cast<void>((*source)->load(i));
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace emend::image
