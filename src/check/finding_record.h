// A finding as an object of the formats json and jsonl: docs/formats/findings.md and findings.schema.json.
#pragma once

#include <string>

#include "check/finding.h"

namespace emend::check {

// One line without its end.
std::string finding_record(const std::string& file, const Finding& finding);

}  // namespace emend::check
