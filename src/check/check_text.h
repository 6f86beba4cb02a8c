// One text, or one part of a long one: what is not clean in it, and what it tells of itself.
//
// Depends on nothing but the text, its name and the profile, so that the answer can be kept. Safe on any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "check/facts.h"
#include "check/finding.h"
#include "check/profile.h"

namespace emend::check {

struct CheckedText {
  std::size_t text_bytes = 0;  // of the text in UTF-8
  std::size_t line_ends = 0;
  std::size_t words = 0;
  Findings findings;  // in the order of the text; their fixes do not overlap
  Facts facts;
  Problems problems;
  std::string encoding = "UTF-8";  // that the bytes were read in
  bool had_bom = false;
  bool is_encoding_certain = true;
};

// `bytes` as they are in the file. Errors: those of load_text, of word lists, of Profile::tools.
Result<CheckedText> check_text(std::string_view bytes, const std::filesystem::path& path, const Profile& profile);

}  // namespace emend::check
