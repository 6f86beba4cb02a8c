// Repairs a text by its findings until nothing more would be repaired.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "check/check_text.h"
#include "check/file_kind.h"

namespace emend::check {

// Takes out of a text's findings what is ignored; called once a round.
using Filter = std::function<void(Findings&)>;

// Two are the rule: a repair seldom uncovers another fault that the rounds of the rules have not seen.
inline constexpr int kMostFixRounds = 6;

// Whether the finding is repaired. `wants_unsafe`: also what is only proposed.
inline bool is_applied(const Finding& finding, bool wants_unsafe) {
  return finding.has_fix && finding.before != finding.after && (finding.is_safe || wants_unsafe);
}

struct FixedText {
  std::string bytes;        // in the encoding of the file, with its byte-order mark and its line ends
  std::string before_text;  // UTF-8
  std::string text;         // UTF-8
  std::size_t applied = 0;
  CheckedText left;  // of the repaired text, what is ignored among it; what is in it was not applied
};

// `wants_unsafe`: also what is only proposed. Errors: those of check_bytes; kUsage where the text cannot be written
// back in its encoding.
Result<FixedText> fix_text(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                           const Profile& profile, const Filter& filter, bool wants_unsafe);

// Unified diff from `before` to `after`, as patch takes it.
std::string diff_of(std::string_view before, std::string_view after, const std::string& name);

}  // namespace emend::check
