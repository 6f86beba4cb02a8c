#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/encode.h"
#include "image/files.h"
#include "image/scan_source.h"

namespace emend::image {
namespace {

using testing::TemporaryFolder;

Picture ramp(int channels, int dpi) {
  std::vector<std::uint8_t> pixels;
  for (int i = 0; i < 40 * 30 * channels; ++i) pixels.push_back(static_cast<std::uint8_t>(i * 7));
  return Picture(40, 30, channels, std::move(pixels), dpi);
}

TEST(Png, ComesBackAsItWasWritten) {
  const TemporaryFolder folder;
  for (const int channels : {1, 3}) {
    const Picture picture = ramp(channels, 300);
    const auto source = open_scan(folder.file("a.png", *to_png(picture)), {});
    ASSERT_TRUE(source) << source.error().what;
    EXPECT_EQ((*source)->format(), "PNG");
    EXPECT_EQ((*source)->page_count(), 1u);
    const auto page = (*source)->load(0);
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->problems.empty());
    EXPECT_EQ(page->picture.channels(), channels);
    EXPECT_EQ(page->picture.resolution_dpi(), 300);
    for (int y = 0; y < 30; ++y)
      EXPECT_EQ(std::vector<std::uint8_t>(picture.row(y), picture.row(y) + picture.row_bytes()),
                std::vector<std::uint8_t>(page->picture.row(y), page->picture.row(y) + picture.row_bytes()));
  }
}

// A chunk of length 16, so the bytes of IHDR begin at 16: width, height.
std::string with_size(std::string png, std::uint32_t width, std::uint32_t height) {
  for (int i = 0; i < 4; ++i) {
    png[static_cast<std::size_t>(16 + i)] = static_cast<char>(width >> (24 - 8 * i));
    png[static_cast<std::size_t>(20 + i)] = static_cast<char>(height >> (24 - 8 * i));
  }
  // The checksum of IHDR, as PNG wants it (CRC-32 over the type and the data).
  std::uint32_t crc = 0xFFFFFFFFu;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<std::uint8_t>(png[i]);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
  }
  crc = ~crc;
  for (int i = 0; i < 4; ++i) png[static_cast<std::size_t>(29 + i)] = static_cast<char>(crc >> (24 - 8 * i));
  return png;
}

TEST(Png, AbsurdSizesAreRefusedBeforeAnythingIsAllocated) {
  const TemporaryFolder folder;
  const auto source = open_scan(folder.file("a.png", with_size(*to_png(ramp(1, 300)), 100'000, 100'000)), {});
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, ErrorKind::kTooLarge);
  EXPECT_THAT(source.error().what, ::testing::HasSubstr("100000 by 100000"));
}

TEST(Png, CutShortIsAFailedPage) {
  const TemporaryFolder folder;
  std::vector<std::uint8_t> noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 200 * 200; ++i)
    noise.push_back(static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24));
  const std::string png = *to_png(Picture(200, 200, 1, noise, 300));
  const auto source = open_scan(folder.file("a.png", png.substr(0, png.size() / 2)), {});
  ASSERT_TRUE(source);
  const auto page = (*source)->load(0);
  ASSERT_TRUE(page);
  ASSERT_FALSE(page->problems.empty());
  EXPECT_EQ(page->problems[0].severity, Severity::kFailure);
  EXPECT_THAT(page->problems[0].error.what, ::testing::HasSubstr("damaged"));
  EXPECT_EQ(page->picture.row(0)[5], noise[5]);
  EXPECT_EQ(page->picture.row(199)[5], 255);
}

// Property: no cut gives anything but an error or a page.
TEST(Png, EveryCutIsAnErrorOrAPage) {
  const TemporaryFolder folder;
  const std::string png = *to_png(ramp(3, 300));
  for (std::size_t size = 0; size < png.size(); size += 11) {
    const auto source = open_scan(folder.file("a.png", png.substr(0, size)), {});
    if (!source) {
      EXPECT_EQ(source.error().kind, ErrorKind::kUnreadable);
      continue;
    }
    const auto page = (*source)->load(0);
    if (page) {
      EXPECT_EQ(page->picture.width_px(), 40);
    }
  }
}

}  // namespace
}  // namespace emend::image
