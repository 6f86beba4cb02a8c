// Calibrations from outside: one is refused, or gives probabilities and is written and read again.
#include <cstddef>
#include <cstdint>

#include "correct/lattice/calibration.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emend::correct;
  const auto calibration = Calibration::parse({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!calibration) {
    FUZZ_EXPECT(calibration.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  Change change;
  change.posterior = 0.9;
  const Features features = features_of(change, 0.1);
  for (const double probability : {calibration->probability(features), calibration->probability_of_text(features)})
    FUZZ_EXPECT(probability >= 0 && probability <= 1);
  FUZZ_EXPECT(Calibration::parse(calibration->to_text("again"), "again").has_value());
  return 0;
}
