// IgnorePatterns, Glob and names_of_list: the first line is a path, the rest are patterns.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/find_files.h"
#include "check/glob.h"
#include "check/ignore_file.h"
#include "check/inline_marks.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 4096));
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view path = bytes.substr(0, end);
  const std::string_view rest = bytes.substr(std::min(end + 1, bytes.size()));
  const auto patterns = emend::check::IgnorePatterns::parse(rest);
  const auto says = patterns.ignores(path, false);
  FUZZ_EXPECT(!patterns.is_empty() || !says);
  if (says == true) {
    FUZZ_EXPECT(patterns.ignores_path(path, false));
  }
  FUZZ_EXPECT(emend::check::Glob("**").matches(path) == !path.empty());
  for (const auto& name : emend::check::names_of_list(bytes)) FUZZ_EXPECT(!name.empty());
  static_cast<void>(emend::check::InlineMarks::find(bytes, "a.md"));
  return 0;
}
