// What a person types in a review: any bytes give lines of a bounded length, and a text that is valid UTF-8 or none.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "expect.h"
#include "review/typed_line.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  while (const auto line = emend::review::typed_line(in)) {
    FUZZ_EXPECT(line->size() <= emend::review::kLongestTypedLine && line->find('\n') == std::string::npos);
    const auto meant = emend::review::meant_text(*line);
    if (meant) FUZZ_EXPECT(emend::text::is_valid_utf8(*meant) && meant->size() <= line->size());
  }
  return 0;
}
