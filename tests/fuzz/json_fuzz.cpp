// parse_json: any bytes; what it takes can be written and read again without a change.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto json = emend::parse_json(bytes, "input");
  if (!json) return 0;
  const std::string line = emend::to_line(*json);
  FUZZ_EXPECT(line.find('\n') == std::string::npos);
  const auto again = emend::parse_json(line, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(emend::to_line(*again) == line);
  return 0;
}
