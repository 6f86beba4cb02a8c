// decisions.jsonl: what people decided, a line each, only ever appended to. The last line of a key counts.
// The format is described in docs/formats/decisions.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "edit/decision.h"

namespace emend::store {

using Decisions = std::map<std::string, edit::Decision>;  // by key, the last word of each

// A missing file is no decisions. A last line that was cut off in writing is skipped; other bad lines are errors
// (kUnreadable) that name the line.
Result<Decisions> read_decisions(const std::filesystem::path& path);
// The same from bytes that were read already; `subject` names them in errors.
Result<Decisions> decisions_from_jsonl(std::string_view bytes, const std::string& subject);

// On the disk when it returns. Takes away a last line that was cut off, which would otherwise spoil this one.
// Errors: kUnwritable, kUnreadable.
Status append_decision(const std::filesystem::path& path, const edit::Decision& decision);

}  // namespace emend::store
