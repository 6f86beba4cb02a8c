// Marks in a text that say what is not to be told, in formats that have comments.
//
//   <!-- emend: ignore -->                  of this line
//   <!-- emend: ignore[misread-word] -->    only these rules
//   <!-- emend: ignore-next-line -->
//   <!-- emend: off -->  ...  <!-- emend: on -->
//   <!-- emend: ignore-file -->
//
// In TeX after %, in reStructuredText after "..", in AsciiDoc after //, in Org after #; Markdown, HTML and XML as
// above. Plain texts have no comments, and so no marks: see decisions and baselines.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/finding.h"

namespace emend::check {

class InlineMarks {
 public:
  // `path` tells the format. Costs one search for "emend:" where there is no mark.
  static InlineMarks find(std::string_view text, const std::filesystem::path& path);

  bool ignores(const Finding& finding) const;
  // Marks that name a rule which does not exist: the line and the name.
  const std::vector<std::pair<std::size_t, std::string>>& unknown_rules() const { return unknown_rules_; }

 private:
  struct Mark {
    std::size_t first_line = 0, last_line = 0;
    std::vector<std::string> rules;  // empty: all
  };
  std::vector<Mark> marks_;
  std::vector<std::pair<std::size_t, std::string>> unknown_rules_;
};

// What is wrong with the marks: a warning for each of `unknown_rules`.
void add_problems_of(const InlineMarks& marks, Problems& problems);

// What begins a comment in files of that name; empty where there are none.
std::string_view comment_start(const std::filesystem::path& path);

}  // namespace emend::check
