// Files of words with boxes, checked and repaired in place: findings stand where the words stand in the file and on the
// page.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "check/check_text.h"
#include "check/file_kind.h"
#include "check/fix_text.h"

namespace emend::check {

// A finding has a fix where the change of one word can be made in the file, every other byte kept; of the others the
// message tells why not. What lies between lines is the page's own and no fault.
// Errors: those of read_layout, of word lists, of Profile::tools.
Result<CheckedText> check_layout(std::string_view bytes, const std::filesystem::path& path, const Profile& profile);

// As fix_text, whose promise it keeps for layouts. Errors: those of check_layout; kUnwritable where the file cannot be
// written back in its encoding.
Result<FixedText> fix_layout(std::string_view bytes, const std::filesystem::path& path, const Profile& profile,
                             const Filter& filter, bool wants_unsafe);

// check_text or check_layout, by the kind.
Result<CheckedText> check_bytes(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                                const Profile& profile);

}  // namespace emend::check
