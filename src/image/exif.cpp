#include "image/exif.h"

#include <cstddef>
#include <cstdint>

namespace emend::image {
namespace {

constexpr std::uint16_t kOrientationTag = 0x0112;
constexpr std::uint16_t kXResolutionTag = 0x011A;
constexpr std::uint16_t kYResolutionTag = 0x011B;
constexpr std::uint16_t kResolutionUnitTag = 0x0128;
constexpr std::uint16_t kUnitIsCentimetre = 3;
constexpr std::size_t kEntryBytes = 12;

// Numbers at an offset; zero where the block has ended.
class Numbers {
 public:
  Numbers(std::string_view block, bool is_big_endian) : block_(block), is_big_endian_(is_big_endian) {}

  std::uint32_t read(std::size_t offset, std::size_t size) const {
    if (offset > block_.size() || block_.size() - offset < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = is_big_endian_ ? offset + i : offset + size - 1 - i;
      value = value << 8 | static_cast<std::uint8_t>(block_[at]);
    }
    return value;
  }
  std::uint16_t u16(std::size_t offset) const { return static_cast<std::uint16_t>(read(offset, 2)); }
  std::uint32_t u32(std::size_t offset) const { return read(offset, 4); }
  double rational(std::size_t offset) const {
    const std::uint32_t denominator = u32(offset + 4);
    return denominator == 0 ? 0 : static_cast<double>(u32(offset)) / denominator;
  }

 private:
  std::string_view block_;
  bool is_big_endian_;
};

}  // namespace

ExifFields read_exif(std::string_view block) {
  ExifFields fields;
  if (block.size() < 8 || (block.substr(0, 2) != "II" && block.substr(0, 2) != "MM")) return fields;
  const Numbers numbers(block, block[0] == 'M');
  const std::size_t directory = numbers.u32(4);
  const std::size_t count = numbers.u16(directory);
  double dots_per_unit_to_dpi = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    if (entry + kEntryBytes > block.size()) break;
    switch (numbers.u16(entry)) {
      case kOrientationTag: fields.orientation = numbers.u16(entry + 8); break;
      case kXResolutionTag: fields.x_dpi = numbers.rational(numbers.u32(entry + 8)); break;
      case kYResolutionTag: fields.y_dpi = numbers.rational(numbers.u32(entry + 8)); break;
      case kResolutionUnitTag:
        if (numbers.u16(entry + 8) == kUnitIsCentimetre) dots_per_unit_to_dpi = 2.54;
        break;
      default: break;
    }
  }
  fields.x_dpi *= dots_per_unit_to_dpi;
  fields.y_dpi *= dots_per_unit_to_dpi;
  if (fields.orientation < 1 || fields.orientation > 8) fields.orientation = 1;
  return fields;
}

}  // namespace emend::image
