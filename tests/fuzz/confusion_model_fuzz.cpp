// ConfusionModel::parse: any bytes; what it takes is written and read again the same, and has probabilities.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "correct/confusion/confusion_model.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using emend::correct::ConfusionModel;
  const auto model = ConfusionModel::parse({reinterpret_cast<const char*>(data), size}, "input");
  if (!model) {
    FUZZ_EXPECT(model.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  for (const auto& confusion : model->confusions())
    FUZZ_EXPECT(confusion.probability() >= 0 && confusion.probability() <= 1);
  const std::string written = model->to_text("fuzz");
  const auto again = ConfusionModel::parse(written, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(again->to_text("fuzz") == written);
  model->adapted(model->confusions(), 1000, 1000);
  return 0;
}
