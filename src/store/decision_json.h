// A decision as JSON members; shared by decisions.jsonl and changes.jsonl.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/json_reader.h"
#include "edit/decision.h"

namespace emend::store {

// Without the key, which each file names in its own way.
void add_decision_members(Json& object, const edit::Decision& decision);
edit::Decision read_decision(JsonReader& reader, const Json& object);

// Whether it is 16 lower-case hexadecimal digits, as edit::anchor_keys makes them. Keys become file names (crops), so
// nothing else may pass for one.
bool is_key(std::string_view text);

// A text's line ends are those of the file's lines; the last need not have one.
std::string_view take_line(std::string_view& rest);

}  // namespace emend::store
