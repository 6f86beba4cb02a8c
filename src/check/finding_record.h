// A finding as an object of the formats json and jsonl: docs/formats/findings.md and findings.schema.json.
#pragma once

#include <string>
#include <string_view>

#include "check/finding.h"

namespace emend::check {

// "error", "warning" or "note", as SARIF has them, too.
std::string_view level_name(Level level);

// One line without its end.
std::string finding_record(const std::string& file, const Finding& finding);

}  // namespace emend::check
