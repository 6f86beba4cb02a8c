// What was found in a text, as JSON; for the cache.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "check/check_text.h"

namespace emend::check {

// Without the facts, one line.
std::string checked_to_json(const CheckedText& checked);
std::string facts_to_json(const Facts& facts);

// Error: kUnreadable.
Result<CheckedText> checked_from_json(std::string_view json, const std::string& subject);
Result<Facts> facts_from_json(std::string_view json, const std::string& subject);

}  // namespace emend::check
