#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/encode.h"
#include "image/files.h"
#include "image/scan_source.h"

namespace emend::image {
namespace {

using testing::cmyk_jpeg;
using testing::TemporaryFolder;
using testing::with_exif_orientation;

// Dark above, light below.
Picture two_bands(int channels) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(64 * 48 * channels), 30);
  std::fill(pixels.begin() + 64 * 24 * channels, pixels.end(), std::uint8_t{220});
  return Picture(64, 48, channels, std::move(pixels), 240);
}

Result<LoadedPage> load(const TemporaryFolder& folder, const std::string& bytes) {
  auto source = open_scan(folder.file("a.jpg", bytes), {});
  if (!source) return fail(source.error());
  return (*source)->load(0);
}

TEST(Jpeg, GreyAndColourComeBack) {
  const TemporaryFolder folder;
  for (const int channels : {1, 3}) {
    const auto page = load(folder, *to_jpeg(two_bands(channels), 95));
    ASSERT_TRUE(page) << page.error().what;
    EXPECT_EQ(page->picture.channels(), channels);
    EXPECT_EQ(page->picture.resolution_dpi(), 240);
    EXPECT_NEAR(page->picture.row(2)[6], 30, 3);
    EXPECT_NEAR(page->picture.row(45)[6], 220, 3);
  }
}

TEST(Jpeg, ExifSaysHowItLies) {
  const TemporaryFolder folder;
  const auto page = load(folder, with_exif_orientation(*to_jpeg(two_bands(1), 95), 6));
  ASSERT_TRUE(page) << page.error().what;
  EXPECT_EQ(page->picture.width_px(), 48);
  EXPECT_EQ(page->picture.height_px(), 64);
  // Turned to the right: what was above is now at the right.
  EXPECT_NEAR(page->picture.row(30)[45], 30, 3);
  EXPECT_NEAR(page->picture.row(30)[2], 220, 3);
}

TEST(Jpeg, PrintingColoursBecomeLight) {
  const TemporaryFolder folder;
  for (const bool is_ycck : {false, true}) {
    // Inverted, as Adobe stores them: no ink at all, then full cyan, then full black.
    const auto white = load(folder, cmyk_jpeg(16, 16, {255, 255, 255, 255}, is_ycck));
    ASSERT_TRUE(white) << white.error().what;
    EXPECT_NEAR(white->picture.row(8)[0], 255, 4);
    const auto cyan = load(folder, cmyk_jpeg(16, 16, {0, 255, 255, 255}, is_ycck));
    ASSERT_TRUE(cyan);
    EXPECT_NEAR(cyan->picture.row(8)[2], 0, 6) << "no red in cyan";
    EXPECT_NEAR(cyan->picture.row(8)[0], 255, 6) << "blue in cyan";
    const auto black = load(folder, cmyk_jpeg(16, 16, {255, 255, 255, 0}, is_ycck));
    ASSERT_TRUE(black);
    EXPECT_NEAR(black->picture.row(8)[1], 0, 4);
  }
}

TEST(Jpeg, CutShortIsAFailedPage) {
  const TemporaryFolder folder;
  std::vector<std::uint8_t> noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 128 * 128; ++i)
    noise.push_back(static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24));
  const std::string jpeg = *to_jpeg(Picture(128, 128, 1, noise, 300), 90);
  const auto page = load(folder, jpeg.substr(0, jpeg.size() / 2));
  ASSERT_TRUE(page);
  ASSERT_FALSE(page->problems.empty());
  EXPECT_EQ(page->problems[0].severity, Severity::kFailure);
  EXPECT_THAT(page->problems[0].error.what, ::testing::HasSubstr("damaged"));
}

TEST(Jpeg, HeaderOnlyIsAnError) {
  const TemporaryFolder folder;
  const auto page = load(folder, to_jpeg(two_bands(1), 90)->substr(0, 40));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kUnreadable);
}

TEST(Jpeg, AbsurdSizesAreRefused) {
  const TemporaryFolder folder;
  std::string jpeg = *to_jpeg(two_bands(1), 90);
  const std::size_t frame = jpeg.find("\xff\xc0");
  ASSERT_NE(frame, std::string::npos);
  for (std::size_t i = 5; i < 9; ++i) jpeg[frame + i] = '\xf0';  // height and width: 61680 each
  const auto page = load(folder, jpeg);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kTooLarge);
}

TEST(Jpeg, EveryCutIsAnErrorOrAPage) {
  const TemporaryFolder folder;
  const std::string jpeg = with_exif_orientation(*to_jpeg(two_bands(3), 90), 6);
  for (std::size_t size = 0; size < jpeg.size(); size += 7) {
    const auto page = load(folder, jpeg.substr(0, size));
    if (page) {
      EXPECT_EQ(page->picture.width_px(), 48);
    }
  }
}

}  // namespace
}  // namespace emend::image
