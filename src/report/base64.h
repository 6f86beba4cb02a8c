// RFC 4648, section 4: how bytes travel in data: URIs and in hashes of a Content-Security-Policy.
#pragma once

#include <string>
#include <string_view>

namespace emend::report {

std::string base64(std::string_view bytes);

}  // namespace emend::report
