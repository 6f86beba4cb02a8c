#include "cli/standard_input.h"

#include <iostream>

#include "base/file.h"

namespace emend::cli {

Result<std::string> read_standard_input() {
  std::string bytes;
  char buffer[1 << 16];
  while (std::cin.read(buffer, sizeof buffer) || std::cin.gcount() > 0) {
    bytes.append(buffer, static_cast<std::size_t>(std::cin.gcount()));
    if (bytes.size() > kLargestFileBytes)
      return fail(ErrorKind::kTooLarge, "standard input", "is larger than 1 GiB", "split it into parts");
  }
  return bytes;
}

}  // namespace emend::cli
