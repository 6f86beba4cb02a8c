// decisions.jsonl from outside: reading never throws, and keys are always fit to be file names.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "store/decision_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decisions = emend::store::decisions_from_jsonl(bytes, "fuzz");
  if (!decisions) return 0;
  for (const auto& [key, decision] : *decisions)
    if (key.size() != 16 || key.find_first_not_of("0123456789abcdef") != std::string::npos || decision.key != key)
      std::abort();
  return 0;
}
