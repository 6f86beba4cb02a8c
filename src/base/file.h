// Whole files in and out. Reading has a limit, writing is all or nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emend {

// The largest text or data file that is read whole: far above any book, far below the memory of a small machine.
inline constexpr std::uintmax_t kLargestFileBytes = std::uintmax_t{1} << 30;

// Errors: kMissing, kUnreadable (a folder, no permission, an input error), kTooLarge.
Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t limit_bytes = kLargestFileBytes);

// Calls `take` with one piece after another until it returns false or the file ends. Errors: kMissing, kUnreadable.
Status read_in_pieces(const std::filesystem::path& path, const std::function<bool(std::string_view)>& take);

// Writes beside `path` and renames, so a reader sees the old bytes or the new ones, never half of them.
// Keeps the mode of a file that is replaced. Error: kUnwritable; nothing is left behind then.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

// Appends one line and pushes it to the disk before it returns. Error: kUnwritable.
Status append_line(const std::filesystem::path& path, std::string_view line);

}  // namespace emend
