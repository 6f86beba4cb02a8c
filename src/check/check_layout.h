// A file of words with boxes, checked in place: findings stand where the words stand in the file and on the page.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "check/check_text.h"
#include "check/file_kind.h"

namespace emend::check {

// A finding inside one word that stands in the file as it is can be repaired there; others are only told.
// Errors: those of read_layout, of word lists, of Profile::tools.
Result<CheckedText> check_layout(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                                 const Profile& profile);

// check_text or check_layout, by the kind.
Result<CheckedText> check_bytes(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                                const Profile& profile);

}  // namespace emend::check
