// The pages of a PNG, JPEG, TIFF or PDF file, one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "image/picture.h"

namespace emend::image {

// A page beyond this is refused rather than allowed to exhaust the memory: A2 at 600 dpi, with room to spare.
inline constexpr std::int64_t kLargestPagePixels = 200'000'000;

struct LoadedPage {
  Picture picture;  // upright as the file says (EXIF), 8 bits, grey or colour
  // Notes and warnings about this page (no resolution given), and failures: of the page where its number is given (part
  // of the picture could not be decoded and is white), of the file where it is 0 (pages are missing from it).
  Problems problems;
};

// load() may be called from several threads at once.
class ScanSource {
 public:
  virtual ~ScanSource() = default;
  virtual std::string format() const = 0;  // "PNG", "JPEG", "TIFF", "PDF"
  virtual std::size_t page_count() const = 0;
  // `index` from 0. Errors: kUnreadable, kTooLarge.
  virtual Result<LoadedPage> load(std::size_t index) const = 0;
};

struct ScanOptions {
  int resolution_dpi = 0;  // the user's word, over what the file says; 0 where there is none
};

// Whether the first bytes are of a format that open_scan reads; the ending of the name plays no part.
bool looks_like_scan(std::string_view first_bytes);

// Whether the name's ending promises a scan, or the first bytes are those of a picture that is not read here. If
// looks_like_scan denies it, open_scan tells what is wrong.
bool claims_to_be_picture(const std::filesystem::path& path, std::string_view first_bytes);

// The format is told by content. Errors: kMissing, kUnreadable (damaged, encrypted, no page, not a picture), kTooLarge.
Result<std::unique_ptr<ScanSource>> open_scan(const std::filesystem::path& path, const ScanOptions& options);

}  // namespace emend::image
