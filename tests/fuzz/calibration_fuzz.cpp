// Calibration::parse: any bytes; what it takes is written and read again the same, and gives probabilities.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "correct/lattice/calibration.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using emend::correct::Calibration;
  const auto calibration = Calibration::parse({reinterpret_cast<const char*>(data), size}, "input");
  if (!calibration) {
    FUZZ_EXPECT(calibration.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  emend::correct::Features features{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    features[i] = i % 2 == 0 ? 1 : -0.5;
    const double probability = calibration->probability(features);
    FUZZ_EXPECT(probability >= 0 && probability <= 1);
  }
  const std::string written = calibration->to_text("fuzz");
  const auto again = Calibration::parse(written, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(again->to_text("fuzz") == written);
  return 0;
}
