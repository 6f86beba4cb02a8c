// PageSelection::parse, from --pages: any bytes; its answers agree with each other.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "expect.h"
#include "pipeline/page_selection.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto pages = emend::pipeline::PageSelection::parse(text);
  if (!pages) {
    FUZZ_EXPECT(pages.error().kind == emend::ErrorKind::kUsage);
    return 0;
  }
  constexpr std::size_t kPages = 300;
  std::size_t wanted = 0;
  for (const std::size_t index : pages->indices(kPages)) {
    FUZZ_EXPECT(index < kPages && pages->contains(index + 1));
    ++wanted;
  }
  for (std::size_t number = 1; number <= kPages; ++number) wanted -= pages->contains(number) ? 1 : 0;
  FUZZ_EXPECT(wanted == 0);  // none missing, none twice
  FUZZ_EXPECT(pages->indices(0).empty());
  const auto again = emend::pipeline::PageSelection::parse(pages->text());
  FUZZ_EXPECT(again && again->indices(kPages) == pages->indices(kPages));
  return 0;
}
