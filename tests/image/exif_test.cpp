#include "image/exif.h"

#include <gtest/gtest.h>

#include <string>

namespace emend::image {
namespace {

using namespace std::string_literals;

// Orientation 6, 300 dots per inch in both directions.
const std::string kLittleEndian =
    "II*\0\x08\0\0\0\x03\0"
    "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
    "\x1a\x01\x05\0\x01\0\0\0\x2e\0\0\0"
    "\x1b\x01\x05\0\x01\0\0\0\x2e\0\0\0"
    "\x2c\x01\0\0\x01\0\0\0"s;

TEST(Exif, ReadsLittleEndian) {
  const ExifFields fields = read_exif(kLittleEndian);
  EXPECT_EQ(fields.orientation, 6);
  EXPECT_DOUBLE_EQ(fields.x_dpi, 300);
  EXPECT_DOUBLE_EQ(fields.y_dpi, 300);
}

TEST(Exif, ReadsBigEndianAndCentimetres) {
  const std::string block =
      "MM\0*\0\0\0\x08\0\x03"
      "\x01\x12\0\x03\0\0\0\x01\0\x03\0\0"
      "\x01\x28\0\x03\0\0\0\x01\0\x03\0\0"
      "\x01\x1a\0\x05\0\0\0\x01\0\0\0\x2e"
      "\0\0\0\x64\0\0\0\x01"s;
  const ExifFields fields = read_exif(block);
  EXPECT_EQ(fields.orientation, 3);
  EXPECT_DOUBLE_EQ(fields.x_dpi, 254);
}

// Property: no cut and no byte brings it out of its bounds (the sanitizers watch) or gives an impossible orientation.
TEST(Exif, SurvivesEveryCutAndEveryByte) {
  for (std::size_t size = 0; size <= kLittleEndian.size(); ++size) {
    const ExifFields fields = read_exif(std::string_view(kLittleEndian).substr(0, size));
    EXPECT_GE(fields.orientation, 1);
    EXPECT_LE(fields.orientation, 8);
  }
  for (std::size_t i = 0; i < kLittleEndian.size(); ++i)
    for (const char byte : {'\0', '\x7f', '\xff'}) {
      std::string block = kLittleEndian;
      block[i] = byte;
      const ExifFields fields = read_exif(block);
      EXPECT_GE(fields.orientation, 1);
      EXPECT_LE(fields.orientation, 8);
    }
}

}  // namespace
}  // namespace emend::image
