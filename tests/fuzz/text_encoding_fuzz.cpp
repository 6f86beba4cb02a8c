// decode_text: any bytes; what it takes is valid UTF-8, and UTF-8 stays as it is.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "expect.h"
#include "text/encoding.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = emend::text::decode_text(bytes, "input");
  if (!decoded) return 0;
  FUZZ_EXPECT(emend::text::is_valid_utf8(decoded->text));
  FUZZ_EXPECT(!decoded->encoding.empty());
  FUZZ_EXPECT(decoded->confidence >= 0 && decoded->confidence <= 1);
  const auto again = emend::text::decode_text(decoded->text, "input");
  if (again && again->encoding == "UTF-8" && !again->had_bom) FUZZ_EXPECT(again->text == decoded->text);
  return 0;
}
