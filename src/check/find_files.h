// Which files a run checks: files, folders and patterns that the user named, less what is ignored or excluded.
//
// Folders are walked without following symbolic links to folders, so no loop can trap the walk. What .gitignore and
// .emendignore name is passed over, in the folder walked, below it, and above it up to the root of a git checkout; so
// are hidden files. A file that was named itself is checked all the same, unless force_exclude says otherwise.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "check/file_kind.h"

namespace emend::check {

// Patterns of a config or of the command line, and the folder that they are relative to.
struct Exclusions {
  std::filesystem::path folder;
  std::vector<std::string> patterns;
};

struct FindOptions {
  std::vector<std::string> paths;  // files, folders, patterns
  std::vector<Exclusions> excluded;
  bool respects_ignore_files = true;
  bool force_excludes = false;  // named files, too
};

struct FoundFile {
  std::filesystem::path path;  // as the user would write it
  FileKind kind = FileKind::kText;
};

struct PassedOver {
  std::size_t binary = 0;
  std::size_t scans = 0;
  std::size_t other = 0;    // other types of file, hidden files not counted
  std::size_t ignored = 0;  // files and folders that an ignore file or an exclusion names
};

struct FoundFiles {
  std::vector<FoundFile> files;  // sorted by path, each once
  PassedOver passed_over;
  std::vector<std::pair<std::string, Problem>> problems;  // path and what is wrong with it
};

FoundFiles find_files(const FindOptions& options);

// The names of a list: a line each, or ended by NUL bytes where there is any. Empty ones are left out.
std::vector<std::string> names_of_list(std::string_view text);

}  // namespace emend::check
