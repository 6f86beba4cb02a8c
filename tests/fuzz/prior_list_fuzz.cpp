// Lists of priors from outside: whatever is in them, no entry leads out of the models folder.
#include <cstddef>
#include <cstdint>

#include "correct/confusion/prior_list.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto list = emend::correct::parse_prior_list({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!list) {
    FUZZ_EXPECT(list.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  double texts = 0;
  double scans = 0;
  for (const emend::correct::PriorEntry& entry : *list) {
    FUZZ_EXPECT(entry.file.find('/') == std::string::npos && !entry.file.starts_with('.') && !entry.name.empty());
    texts += entry.text_weight;
    scans += entry.scan_weight;
  }
  FUZZ_EXPECT(texts > 0 && scans > 0);
  return 0;
}
