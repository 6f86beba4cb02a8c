// .gitignore and .emendignore: which paths below a folder are passed over. Semantics: gitignore(5).
//
//   build/        folders of that name, anywhere below
//   /draft.txt    only beside the file itself
//   *.ocr.txt     by name
//   !keep.ocr.txt taken back
//
// The same patterns serve --exclude. Pure after parsing; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/glob.h"

namespace emend::check {

class IgnorePatterns {
 public:
  IgnorePatterns() = default;
  // A pattern a line; every text is taken. At most kMostPatterns lines count.
  static IgnorePatterns parse(std::string_view text);
  static IgnorePatterns of(const std::vector<std::string>& patterns);

  bool is_empty() const { return patterns_.empty(); }
  // What the last pattern that matches says: true to pass over, false to take back; nothing where none matches.
  // `path` is relative to the folder of the patterns, with / between its parts.
  std::optional<bool> ignores(std::string_view path, bool is_folder) const;
  // The same for the path and every folder above it, as a walk from the top would decide.
  bool ignores_path(std::string_view path, bool is_folder) const;

 private:
  void add(std::string_view line);

  struct Pattern {
    Glob glob;
    bool is_negated = false;
    bool is_for_folders = false;
  };
  std::vector<Pattern> patterns_;
};

// Far beyond any real file; keeps a hostile one from costing hours.
inline constexpr std::size_t kMostPatterns = 10'000;

}  // namespace emend::check
