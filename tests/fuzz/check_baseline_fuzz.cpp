// Baseline::parse of check/baseline.h.
#include <cstddef>
#include <cstdint>
#include <string>

#include "check/baseline.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto baseline = emend::check::Baseline::parse(bytes, "baseline.json");
  if (!baseline) {
    FUZZ_EXPECT(baseline.error().kind == emend::ErrorKind::kUsage);
    return 0;
  }
  const std::string written = baseline->to_json();
  const auto again = emend::check::Baseline::parse(written, "baseline.json");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(again->to_json() == written);
  FUZZ_EXPECT(again->size() == baseline->size());
  for (const auto& [file, entries] : baseline->entries()) {
    emend::check::Findings none;
    FUZZ_EXPECT(baseline->remove_known(file, none) == 0);
    FUZZ_EXPECT(baseline->stale(file, none).size() == entries.size());
  }
  return 0;
}
