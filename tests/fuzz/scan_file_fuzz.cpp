// open_scan and its four adapters (PNG, JPEG, TIFF, PDF): any bytes are pages of a sensible size or an error that says
// what is wrong with the file. The libraries behind them are not built for the fuzzer, so only the way into and out of
// them is explored by coverage; the seeds lead into each.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "expect.h"
#include "image/scan_source.h"
#include "memory_file.h"

namespace {

// Pages of one file; the others go the same way.
constexpr std::size_t kMostPages = 3;

void check_error(const emend::Error& error) {
  FUZZ_EXPECT(error.kind == emend::ErrorKind::kUnreadable || error.kind == emend::ErrorKind::kTooLarge);
  FUZZ_EXPECT(!error.what.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const emend::fuzz::MemoryFile file(data, size);
  const auto source = emend::image::open_scan(file.path(), {});
  if (!source) {
    check_error(source.error());
    return 0;
  }
  FUZZ_EXPECT((*source)->page_count() > 0);
  for (std::size_t i = 0; i < std::min(kMostPages, (*source)->page_count()); ++i) {
    const auto page = (*source)->load(i);
    if (!page) {
      check_error(page.error());
      continue;
    }
    const auto& picture = page->picture;
    FUZZ_EXPECT(picture.width_px() > 0 && picture.height_px() > 0);
    FUZZ_EXPECT(std::int64_t{picture.width_px()} * picture.height_px() <= emend::image::kLargestPagePixels);
    FUZZ_EXPECT(picture.channels() == 1 || picture.channels() == 3);
    FUZZ_EXPECT(picture.resolution_dpi() >= 0);
  }
  return 0;
}
