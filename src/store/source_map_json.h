// The source map as a member of document.json: for each piece of the clean text where it comes from.
#pragma once

#include "base/json.h"
#include "base/json_reader.h"
#include "edit/source_map.h"

namespace emend::store {

Json source_map_to_json(const edit::SourceMap& map);
// Looks at the member of the document, which may have none: emend itself makes the map anew. What is wrong is told to
// the reader.
void check_source_map(JsonReader& reader, const Json& document, std::size_t raw_size);

}  // namespace emend::store
