// run.json from outside: a record or none, and what was read is written and read again the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "expect.h"
#include "pipeline/run_record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emend::pipeline;
  const auto record = run_record_from_json({reinterpret_cast<const char*>(data), size}, "input");
  if (!record) return 0;
  const std::string written = run_record_to_json(*record);
  const auto again = run_record_from_json(written, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(run_record_to_json(*again) == written);
  return 0;
}
