// changes.jsonl from outside: reading never throws, and what was read is written and read again the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "store/change_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto records = emend::store::changes_from_jsonl(bytes, "fuzz");
  if (!records) return 0;
  const std::string written = emend::store::changes_to_jsonl(*records);
  const auto again = emend::store::changes_from_jsonl(written, "fuzz");
  if (!again || emend::store::changes_to_jsonl(*again) != written) std::abort();
  return 0;
}
