// Text for the XML that is written: without the characters that XML 1.0 has no way to hold.
#pragma once

#include <string>
#include <string_view>

namespace emend::check {

// For text and attribute values: & < > " as entities, line ends and tabs as references, what XML cannot hold as U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace emend::check
