// read_exif: any bytes give an orientation and a resolution.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "expect.h"
#include "image/exif.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto fields = emend::image::read_exif({reinterpret_cast<const char*>(data), size});
  FUZZ_EXPECT(fields.orientation >= 1 && fields.orientation <= 8);
  FUZZ_EXPECT(std::isfinite(fields.x_dpi) && fields.x_dpi >= 0);
  FUZZ_EXPECT(std::isfinite(fields.y_dpi) && fields.y_dpi >= 0);
  return 0;
}
