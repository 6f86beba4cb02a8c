// JSON as the rest of the code sees it. The only file that names the JSON library.
//
// Objects keep the order in which their keys were added, so files are the same on every run.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace emend {

using Json = nlohmann::ordered_json;

// `subject` names the file in the error. Errors: kUnreadable (not JSON: where and what; nested deeper than any file of
// ours, or an object with more members than any of ours).
Result<Json> parse_json(std::string_view text, const std::string& subject);

// One line, UTF-8; bytes that are not UTF-8 become U+FFFD rather than an exception.
std::string to_line(const Json& json);
// Indented by one space a level, ending in a newline.
std::string to_document(const Json& json);

}  // namespace emend
