// ResultCache and the records in it: check/result_cache.h, check/checked_json.h.
#include <cstddef>
#include <cstdint>
#include <string>

#include "check/checked_json.h"
#include "check/result_cache.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  emend::check::ResultCache cache;
  cache.read(bytes);
  static_cast<void>(cache.find("0123456789abcdef0123456789abcdef"));
  if (const auto checked = emend::check::checked_from_json(bytes, "cache")) {
    const std::string written = emend::check::checked_to_json(*checked);
    const auto again = emend::check::checked_from_json(written, "cache");
    FUZZ_EXPECT(again.has_value());
    FUZZ_EXPECT(emend::check::checked_to_json(*again) == written);
  }
  if (const auto facts = emend::check::facts_from_json(bytes, "cache")) {
    const std::string written = emend::check::facts_to_json(*facts);
    const auto again = emend::check::facts_from_json(written, "cache");
    FUZZ_EXPECT(again.has_value());
    FUZZ_EXPECT(emend::check::facts_to_json(*again) == written);
  }
  return 0;
}
