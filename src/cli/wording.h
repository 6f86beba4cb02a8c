// Numbers with their nouns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emend::cli {

// "1 change", "2 changes", "0 findings".
inline std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace emend::cli
