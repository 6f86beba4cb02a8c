// decisions.jsonl: what people decided, a line each, only ever appended to. The last line of a key counts.
// The format is described in docs/formats/decisions.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"
#include "edit/decision.h"

namespace emend::store {

// A missing file is no decisions. A last line that was cut off in writing is skipped; other bad lines are errors
// (kUnreadable) that name the line.
Result<std::map<std::string, edit::Decision>> read_decisions(const std::filesystem::path& path);

// On the disk when it returns. Error: kUnwritable.
Status append_decision(const std::filesystem::path& path, const edit::Decision& decision);

}  // namespace emend::store
