// What is not clean in the raw text of a document, be it a text or the pages of a layout.
//
// Pure but for word lists, which are looked for beside the file. Safe on any thread.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "check/finding.h"
#include "check/profile.h"
#include "document/document.h"

namespace emend::check {

// In the order of the raw text, whose bytes the spans are; with keys, without places. Their fixes do not overlap.
// Errors: those of word lists and of Profile::tools.
Result<Findings> document_findings(const document::Document& document, const std::filesystem::path& path,
                                   const Profile& profile);

// How many words are wrong, by what was found.
double expected_errors(const Findings& findings);

}  // namespace emend::check
