// A 128-bit fingerprint of bytes, as 32 hexadecimal digits.
//
// XXH3, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md. Good against accident, not against malice.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emend {

std::string content_hash(std::string_view bytes);

// The same for a file of any size, read in pieces. Errors: kMissing, kUnreadable.
Result<std::string> content_hash_of_file(const std::filesystem::path& path);

}  // namespace emend
