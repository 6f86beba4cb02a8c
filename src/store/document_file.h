// document.json: pages, words, boxes, readings. What review and every report are made from.
// The format is described in docs/formats/document.md and document.schema.json. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"
#include "edit/source_map.h"

namespace emend::store {

// Raised when a reader of today would misread the file of tomorrow.
inline constexpr int kDocumentVersion = 1;

// `source`: where the clean text comes from; left out where it is not given.
std::string document_to_json(const document::Document& document, const edit::SourceMap* source = nullptr);
// Errors: kUnreadable (not such a file, a newer version, spans or indices outside their bounds).
Result<document::Document> document_from_json(std::string_view bytes, const std::string& subject);

}  // namespace emend::store
