// document.json: pages, words, boxes, readings. What review and every report are made from.
// The format is described in docs/formats/document.md.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "document/document.h"

namespace emend::store {

std::string document_to_json(const document::Document& document);
// Errors: kUnreadable (not such a file, a newer version, spans or indices outside their bounds).
Result<document::Document> document_from_json(std::string_view bytes, const std::string& subject);

// One page by itself, as the recorded engine replays it.
Json page_to_json(const document::Page& page);
Result<document::Page> page_from_json(const Json& json, const std::string& subject);

}  // namespace emend::store
