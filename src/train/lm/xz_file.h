// Reads a text file that may be compressed with xz. The only file that names liblzma is its source.
#pragma once

#include <filesystem>
#include <string>

#include "base/file.h"
#include "base/result.h"

namespace emend::train {

// The text of `path`, unpacked if its bytes are those of an xz file. Errors: those of read_file(), and kUnreadable
// for a damaged archive; kTooLarge if it unpacks to more than `limit_bytes`.
Result<std::string> read_text_file(const std::filesystem::path& path, std::uintmax_t limit_bytes = kLargestFileBytes);

}  // namespace emend::train
