// A 128-bit fingerprint of bytes, as 32 hexadecimal digits.
//
// XXH3, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md. Good against accident, not against malice.
#pragma once

#include <string>
#include <string_view>

namespace emend {

std::string content_hash(std::string_view bytes);

}  // namespace emend
