// What holds for every format: bad input, mislabelled files, the judgement of resolutions, silence, threads.
#include "image/scan_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "image/decoded_page.h"
#include "image/encode.h"
#include "image/files.h"

namespace emend::image {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;
using testing::write_pdf;
using testing::write_tiff;

Picture grey_page(int dpi) { return Picture(60, 80, 1, std::vector<std::uint8_t>(60 * 80, 200), dpi); }

TEST(OpenScan, SaysWhatIsWrongWithBadFiles) {
  const TemporaryFolder folder;
  const struct {
    std::filesystem::path path;
    ErrorKind kind;
    const char* what;
  } cases[] = {
      {folder.file("missing.png"), ErrorKind::kMissing, "no such file"},
      {folder.file(""), ErrorKind::kUnreadable, "folder"},
      {folder.file("empty.tif", ""), ErrorKind::kUnreadable, "empty"},
      {folder.file("text.png", "To the committee"), ErrorKind::kUnreadable, "not a PNG, JPEG, TIFF or PDF"},
      {folder.file("a.png", "GIF89a......"), ErrorKind::kUnreadable, "GIF"},
      {folder.file("b.png", std::string("RIFF\1\2\3\4WEBPVP8 ")), ErrorKind::kUnreadable, "WebP"},
      {folder.file("signature.png", "\x89PNG\r\n\x1a\n"), ErrorKind::kUnreadable, "damaged PNG"},
      {folder.file("signature.jpg", "\xff\xd8\xff"), ErrorKind::kUnreadable, "damaged JPEG"},
      {folder.file("signature.tif", std::string("II*\0", 4)), ErrorKind::kUnreadable, "damaged TIFF"},
      {folder.file("signature.pdf", "%PDF-1.7\n"), ErrorKind::kUnreadable, "damaged PDF"},
      {"/dev/null", ErrorKind::kUnreadable, "not a regular file"},
  };
  for (const auto& test : cases) {
    ::testing::internal::CaptureStderr();
    const auto source = open_scan(test.path, {});
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "") << test.path;
    ASSERT_FALSE(source) << test.path;
    EXPECT_EQ(source.error().kind, test.kind) << test.path;
    EXPECT_THAT(source.error().what, HasSubstr(test.what));
    EXPECT_EQ(source.error().subject, test.path.string());
    EXPECT_FALSE(source.error().hint.empty()) << test.path;
  }
}

TEST(OpenScan, MislabelledFilesAreReadWithANote) {
  const TemporaryFolder folder;
  write_pdf(folder.file("real.pdf"), {{.has_text = true}});
  write_tiff(folder.file("real.tif"), {{.left = {0}, .right = {255}}});
  const struct {
    std::string name, bytes, format;
  } cases[] = {
      {"a.jpg", *to_png(grey_page(300)), "PNG"},
      {"a.tiff", *to_jpeg(grey_page(300), 90), "JPEG"},
      {"a.PNG", testing::bytes_of(folder.file("real.tif")), "TIFF"},
      {"b.jpeg", testing::bytes_of(folder.file("real.pdf")), "PDF"},
  };
  for (const auto& test : cases) {
    const auto source = open_scan(folder.file(test.name, test.bytes), {});
    ASSERT_TRUE(source) << test.name;
    EXPECT_EQ((*source)->format(), test.format);
    const auto page = (*source)->load(0);
    ASSERT_TRUE(page) << test.name;
    ASSERT_EQ(page->problems.size(), 1u) << test.name;
    EXPECT_EQ(page->problems[0].severity, Severity::kNote);
    EXPECT_THAT(page->problems[0].error.what, HasSubstr("although its name says"));
  }
}

TEST(OpenScan, NamesWithoutAnEndingAreFine) {
  const TemporaryFolder folder;
  const auto source = open_scan(folder.file("page", *to_png(grey_page(300))), {});
  ASSERT_TRUE(source);
  EXPECT_TRUE((*source)->load(0)->problems.empty());
}

TEST(OpenScan, APageThatIsNotThereIsAnError) {
  const TemporaryFolder folder;
  write_pdf(folder.file("a.pdf"), {{}});
  write_tiff(folder.file("a.tif"), {{.left = {0}, .right = {255}}});
  folder.file("a.png", *to_png(grey_page(300)));
  for (const char* name : {"a.pdf", "a.tif", "a.png"}) {
    const auto source = open_scan(folder.file(name), {});
    ASSERT_TRUE(source);
    EXPECT_FALSE((*source)->load(1)) << name;
  }
}

TEST(BelievedResolution, UserThenFileThenNothing) {
  const struct {
    double x_dpi, y_dpi;
    int user_dpi, expected;
    std::size_t problems;
  } cases[] = {
      {300, 300, 0, 300, 0}, {0, 0, 0, 0, 1},      {300, 300, 150, 150, 0},   {0, 0, 400, 400, 0},
      {72, 72, 0, 72, 1},    {96, 96, 0, 96, 1},   {49, 49, 0, 0, 1},         {2401, 2401, 0, 0, 1},
      {1, 1, 0, 0, 1},       {204, 98, 0, 204, 1}, {299.7, 299.7, 0, 300, 0}, {1e30, 1e30, 0, 0, 1},
  };
  for (const auto& test : cases) {
    Problems problems;
    EXPECT_EQ(believed_resolution(test.x_dpi, test.y_dpi, test.user_dpi, "a.png", 1, problems), test.expected)
        << test.x_dpi;
    EXPECT_EQ(problems.size(), test.problems) << test.x_dpi;
  }
}

TEST(BelievedResolution, UserOverridesEveryFormat) {
  const TemporaryFolder folder;
  const auto source = open_scan(folder.file("a.png", *to_png(grey_page(72))), {.resolution_dpi = 400});
  ASSERT_TRUE(source);
  const auto page = (*source)->load(0);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->picture.resolution_dpi(), 400);
  EXPECT_TRUE(page->problems.empty());
}

TEST(LooksLikeScan, GoesByTheFirstBytes) {
  const TemporaryFolder folder;
  write_pdf(folder.file("a.pdf"), {{}});
  EXPECT_TRUE(looks_like_scan(*to_png(grey_page(0))));
  EXPECT_TRUE(looks_like_scan(*to_jpeg(grey_page(0), 90)));
  EXPECT_TRUE(looks_like_scan(testing::bytes_of(folder.file("a.pdf"))));
  EXPECT_TRUE(looks_like_scan("junk before %PDF-1.4"));
  EXPECT_TRUE(looks_like_scan(std::string_view("MM\0*", 4)));
  for (const std::string_view other : {"", "I", "II", "The minutes", "\x89PN", "GIF89a"})
    EXPECT_FALSE(looks_like_scan(other)) << other;
}

TEST(Load, MayBeCalledFromSeveralThreads) {
  const TemporaryFolder folder;
  write_tiff(folder.file("a.tif"), {{.left = {0}, .right = {255}}, {.left = {9}, .right = {255}}});
  write_pdf(folder.file("a.pdf"), {{.has_text = true}, {.picture_width_px = 100, .picture_height_px = 130}});
  for (const char* name : {"a.tif", "a.pdf"}) {
    const auto source = open_scan(folder.file(name), {});
    ASSERT_TRUE(source);
    std::vector<std::thread> threads;
    std::vector<int> widths(8, 0);
    for (std::size_t i = 0; i < widths.size(); ++i)
      threads.emplace_back([&, i] {
        const auto page = (*source)->load(i % 2);
        widths[i] = page ? page->picture.width_px() : -1;
      });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 2; i < widths.size(); ++i) EXPECT_EQ(widths[i], widths[i % 2]) << name;
    EXPECT_GT(widths[0], 0);
  }
}

}  // namespace
}  // namespace emend::image
