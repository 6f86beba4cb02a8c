// Restored documents whose proposed changes were applied and never seen by a person.
#pragma once

#include <filesystem>
#include <optional>

#include "check/finding.h"

namespace emend::check {

// For a clean.txt with changes.jsonl beside it: a finding that counts the changes that were only proposed, are in the
// text by policy, and have no decision in decisions.jsonl. Nothing for any other file.
std::optional<Finding> unreviewed_changes(const std::filesystem::path& clean_text);

// Whether the file is the raw text of a restored document, which is to stay as it is.
bool is_raw_text_of_result(const std::filesystem::path& path);

}  // namespace emend::check
