// parse_config of check/config.h, and what --dump-config makes of it.
#include <cstddef>
#include <cstdint>
#include <string>

#include "check/config.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto config = emend::check::parse_config(bytes, "emend.toml");
  if (!config) {
    FUZZ_EXPECT(config.error().kind == emend::ErrorKind::kUsage);
    FUZZ_EXPECT(!config.error().what.empty());
    return 0;
  }
  const std::string dumped = emend::check::config_as_toml(*config);
  const auto again = emend::check::parse_config(dumped, "emend.toml");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(emend::check::config_as_toml(*again) == dumped);
  return 0;
}
