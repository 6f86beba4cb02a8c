// Long files in parts that end where a paragraph or at least a line ends, so that a file of any size needs little
// memory and several threads can share it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace emend::check {

// Larger files are read in parts of about kPartBytes: far above any book, so that a document's own words stay together.
inline constexpr std::uintmax_t kLargestWholeBytes = std::uintmax_t{4} << 20;
inline constexpr std::uintmax_t kPartBytes = std::uintmax_t{2} << 20;

struct FilePart {
  std::uintmax_t begin = 0;
  std::uintmax_t end = 0;
};

// The parts of a file, side by side; one for a short file, and for one in UTF-16. Depends on nothing but the file.
// Errors: kMissing, kUnreadable.
Result<std::vector<FilePart>> parts_of(const std::filesystem::path& path);

// Errors: kMissing, kUnreadable (also a file that has become shorter).
Result<std::string> read_part(const std::filesystem::path& path, FilePart part);

}  // namespace emend::check
