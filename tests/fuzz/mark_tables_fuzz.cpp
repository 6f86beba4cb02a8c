// The tables of the mark layer from outside: a table is refused, or it can be written, read again and used.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "correct/marks/mark_calibration.h"
#include "correct/marks/mark_channel.h"
#include "correct/marks/mark_context.h"
#include "correct/marks/mark_decoder.h"
#include "expect.h"

namespace {

using namespace emend::correct;

constexpr std::string_view kText = "The man came In. and Mr Brown ; went out The house was old, he said";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto channel = MarkChannel::parse(bytes, "fuzz");
  if (channel) FUZZ_EXPECT(MarkChannel::parse(channel->to_text(""), "again").has_value());
  const auto calibration = MarkCalibration::parse(bytes, "fuzz");
  if (calibration) FUZZ_EXPECT(MarkCalibration::parse(calibration->to_text(""), "again").has_value());
  const auto context = MarkContext::parse(bytes, "fuzz");
  if (!context) {
    FUZZ_EXPECT(context.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  const auto again = MarkContext::parse(context->to_text(""), "again");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(again->to_text("") == context->to_text(""));
  const MarkedText marked = marked_text(kText, emend::text::tokenise(kText));
  for (const MarkFeatures& features : context->features_of(kText, marked)) {
    float total = 0;
    for (const float p : context->probabilities(features)) total += p;
    FUZZ_EXPECT(std::abs(total - 1) < 1e-3F);
  }
  for (const MarkChange& change : decode_marks(kText, marked, context->numbers_of(kText, marked), *context, {}).changes)
    FUZZ_EXPECT(std::isfinite(change.posterior));
  return 0;
}
