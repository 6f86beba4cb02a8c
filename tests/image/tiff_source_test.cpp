#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tiff.h>

#include "image/files.h"
#include "image/scan_source.h"

namespace emend::image {
namespace {

using testing::TemporaryFolder;
using testing::TiffPage;
using testing::write_tiff;

std::vector<std::uint16_t> palette(std::uint16_t red, std::uint16_t green, std::uint16_t blue) {
  std::vector<std::uint16_t> entries(3 * 256, 0);
  entries[1] = red;
  entries[256 + 1] = green;
  entries[512 + 1] = blue;
  return entries;
}

TEST(Tiff, EveryKindOfPixelComesOut) {
  const struct {
    const char* name;
    TiffPage page;
    int channels;
    std::vector<int> left, right;  // blue, green, red or grey
  } cases[] = {
      {"grey 8", {.left = {10}, .right = {240}}, 1, {10}, {240}},
      {"grey 8, min is white", {.photometric = PHOTOMETRIC_MINISWHITE, .left = {10}, .right = {240}}, 1, {245}, {15}},
      {"grey 16", {.bits = 16, .left = {0, 10}, .right = {0, 240}}, 1, {10}, {240}},
      {"grey 1", {.bits = 1, .left = {0}, .right = {1}}, 1, {0}, {255}},
      {"grey 1, min is white",
       {.bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .left = {0}, .right = {1}},
       1,
       {255},
       {0}},
      {"fax group 3",
       {.bits = 1,
        .photometric = PHOTOMETRIC_MINISWHITE,
        .compression = COMPRESSION_CCITTFAX3,
        .left = {0},
        .right = {1}},
       1,
       {255},
       {0}},
      {"fax group 4",
       {.bits = 1,
        .photometric = PHOTOMETRIC_MINISWHITE,
        .compression = COMPRESSION_CCITTFAX4,
        .left = {0},
        .right = {1}},
       1,
       {255},
       {0}},
      {"colour",
       {.samples_per_pixel = 3, .photometric = PHOTOMETRIC_RGB, .left = {1, 2, 3}, .right = {200, 100, 50}},
       3,
       {3, 2, 1},
       {50, 100, 200}},
      {"colour 16",
       {.bits = 16,
        .samples_per_pixel = 3,
        .photometric = PHOTOMETRIC_RGB,
        .left = {0, 1, 0, 2, 0, 3},
        .right = {0, 200, 0, 100, 0, 50}},
       3,
       {3, 2, 1},
       {50, 100, 200}},
      {"palette, colour",
       {.photometric = PHOTOMETRIC_PALETTE, .palette = palette(0xFFFF, 0x8080, 0), .left = {0}, .right = {1}},
       3,
       {0, 0, 0},
       {0, 128, 255}},
      {"palette, grey",
       {.photometric = PHOTOMETRIC_PALETTE, .palette = palette(0x8080, 0x8080, 0x8080), .left = {0}, .right = {1}},
       1,
       {0},
       {128}},
      {"printing colours",
       {.samples_per_pixel = 4, .photometric = PHOTOMETRIC_SEPARATED, .left = {0, 0, 0, 255}, .right = {255, 0, 0, 0}},
       3,
       {0, 0, 0},
       {255, 255, 0}},
      {"LZW", {.compression = COMPRESSION_LZW, .left = {10}, .right = {240}}, 1, {10}, {240}},
      {"deflate", {.compression = COMPRESSION_ADOBE_DEFLATE, .left = {10}, .right = {240}}, 1, {10}, {240}},
      {"packbits", {.compression = COMPRESSION_PACKBITS, .left = {10}, .right = {240}}, 1, {10}, {240}},
      {"JPEG", {.compression = COMPRESSION_JPEG, .left = {10}, .right = {240}}, 1, {10}, {240}},
      {"tiles", {.width = 70, .height = 50, .tile = 16, .left = {10}, .right = {240}}, 1, {10}, {240}},
      {"tiles, colour",
       {.width = 70,
        .height = 50,
        .samples_per_pixel = 3,
        .photometric = PHOTOMETRIC_RGB,
        .tile = 32,
        .left = {1, 2, 3},
        .right = {200, 100, 50}},
       3,
       {3, 2, 1},
       {50, 100, 200}},
      {"one strip", {.rows_per_strip = 30, .left = {10}, .right = {240}}, 1, {10}, {240}},
  };
  const TemporaryFolder folder;
  for (const auto& test : cases) {
    write_tiff(folder.file("a.tif"), {test.page});
    const auto source = open_scan(folder.file("a.tif"), {});
    ASSERT_TRUE(source) << test.name;
    EXPECT_EQ((*source)->format(), "TIFF");
    const auto page = (*source)->load(0);
    ASSERT_TRUE(page) << test.name << ": " << page.error().what;
    EXPECT_TRUE(page->problems.empty()) << test.name;
    ASSERT_EQ(page->picture.channels(), test.channels) << test.name;
    ASSERT_EQ(page->picture.width_px(), test.page.width) << test.name;
    ASSERT_EQ(page->picture.height_px(), test.page.height) << test.name;
    // All four corners: strips and tiles are put together from above and from the left.
    for (const int y : {0, test.page.height - 1})
      for (int c = 0; c < test.channels; ++c) {
        const auto index = static_cast<std::size_t>(c);
        const std::uint8_t* row = page->picture.row(y);
        EXPECT_NEAR(row[c], test.left[index], 2) << test.name;
        EXPECT_NEAR(row[(test.page.width - 1) * test.channels + c], test.right[index], 2) << test.name;
      }
  }
}

TEST(Tiff, ManyPagesInTheirOrderWithoutThumbnails) {
  const TemporaryFolder folder;
  write_tiff(folder.file("a.tif"), {{.left = {10}, .right = {240}},
                                    {.is_thumbnail = true, .left = {99}, .right = {99}},
                                    {.width = 50, .left = {20}, .right = {240}},
                                    {.dpi = 200, .left = {30}, .right = {240}}});
  const auto source = open_scan(folder.file("a.tif"), {});
  ASSERT_TRUE(source);
  ASSERT_EQ((*source)->page_count(), 3u);
  for (const std::size_t index : {2u, 0u, 1u}) {
    const auto page = (*source)->load(index);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->picture.row(0)[0], 10 * (index + 1));
    EXPECT_EQ(page->picture.width_px(), index == 1 ? 50 : 40);
    EXPECT_EQ(page->picture.resolution_dpi(), index == 2 ? 200 : 300);
  }
}

TEST(Tiff, ResolutionInInchesCentimetresOrNone) {
  const TemporaryFolder folder;
  const struct {
    TiffPage page;
    int dpi;
  } cases[] = {
      {{.dpi = 300, .unit = RESUNIT_INCH, .left = {0}, .right = {1}}, 300},
      {{.dpi = 118.11f, .unit = RESUNIT_CENTIMETER, .left = {0}, .right = {1}}, 300},
      {{.dpi = 300, .unit = RESUNIT_NONE, .left = {0}, .right = {1}}, 0},
      {{.dpi = 0, .left = {0}, .right = {1}}, 0},
      {{.dpi = 1, .left = {0}, .right = {1}}, 0},
  };
  for (const auto& test : cases) {
    write_tiff(folder.file("a.tif"), {test.page});
    const auto source = open_scan(folder.file("a.tif"), {});
    ASSERT_TRUE(source);
    const auto page = (*source)->load(0);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->picture.resolution_dpi(), test.dpi);
    EXPECT_EQ(page->problems.empty(), test.dpi > 0);
  }
}

TEST(Tiff, LiesAsItsTagSays) {
  const TemporaryFolder folder;
  write_tiff(folder.file("a.tif"), {{.orientation = ORIENTATION_RIGHTTOP, .left = {10}, .right = {240}}});
  const auto page = (*open_scan(folder.file("a.tif"), {}))->load(0);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->picture.width_px(), 30);
  EXPECT_EQ(page->picture.height_px(), 40);
  EXPECT_EQ(page->picture.row(0)[0], 10);
  EXPECT_EQ(page->picture.row(39)[0], 240);
}

TEST(Tiff, AbsurdSizesAreRefused) {
  const TemporaryFolder folder;
  write_tiff(folder.file("a.tif"), {{.left = {10}, .right = {240}}});
  std::string bytes = testing::bytes_of(folder.file("a.tif"));
  // The entries of the directory: ImageWidth (256) and ImageLength (257), 12 bytes each, little-endian here.
  for (const char tag : {'\0', '\1'}) {
    const std::size_t at = bytes.find(std::string{tag, '\1', '\3', '\0', '\1'});
    ASSERT_NE(at, std::string::npos);
    bytes[at + 2] = 4;  // a long
    bytes.replace(at + 8, 4, std::string("\xa0\x86\x01\0", 4));
  }
  const auto source = open_scan(folder.file("b.tif", bytes), {});
  ASSERT_TRUE(source);
  ::testing::internal::CaptureStderr();
  const auto page = (*source)->load(0);
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kTooLarge);
}

TEST(Tiff, EveryCutIsAnErrorOrAPageAndSilent) {
  const TemporaryFolder folder;
  write_tiff(folder.file("a.tif"),
             {{.compression = COMPRESSION_LZW, .left = {10}, .right = {240}}, {.left = {10}, .right = {240}}});
  const std::string bytes = testing::bytes_of(folder.file("a.tif"));
  ::testing::internal::CaptureStderr();
  bool was_warned = false;
  for (std::size_t size = 4; size < bytes.size(); size += 9) {
    const auto source = open_scan(folder.file("b.tif", bytes.substr(0, size)), {});
    if (!source) continue;
    for (std::size_t i = 0; i < (*source)->page_count(); ++i) {
      const auto page = (*source)->load(i);
      was_warned = was_warned || !page || !page->problems.empty();
    }
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  EXPECT_TRUE(was_warned);
}

}  // namespace
}  // namespace emend::image
