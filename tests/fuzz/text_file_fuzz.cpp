// Training text from outside, plain or packed with xz: it unpacks within its limit or is refused, and the documents of
// a collection are parts of it.
#include <cstddef>
#include <cstdint>
#include <string>

#include "expect.h"
#include "memory_file.h"
#include "train/lm/prose.h"
#include "train/lm/xz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const emend::fuzz::MemoryFile file(data, size);
  constexpr std::uintmax_t kLimitBytes = 1 << 20;
  const auto text = emend::train::read_text_file(file.path(), kLimitBytes);
  if (!text) {
    FUZZ_EXPECT(text.error().kind == emend::ErrorKind::kUnreadable || text.error().kind == emend::ErrorKind::kTooLarge);
    return 0;
  }
  FUZZ_EXPECT(text->size() <= kLimitBytes);
  std::size_t total = 0;
  for (const std::string_view document : emend::train::documents_of(*text)) {
    FUZZ_EXPECT(document.data() >= text->data() && document.data() + document.size() <= text->data() + text->size());
    total += document.size();
    FUZZ_EXPECT(emend::train::without_markup(document).size() <= document.size() + 1);
  }
  FUZZ_EXPECT(total <= text->size());
  return 0;
}
