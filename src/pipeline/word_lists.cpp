#include "pipeline/word_lists.h"

#include <cstdlib>

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

fs::path config_folder() {
  if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder != '\0') return folder;
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') return fs::path(home) / ".config";
  return {};
}

}  // namespace

std::vector<fs::path> found_word_lists(const fs::path& document, const Settings& settings) {
  std::vector<fs::path> lists;
  if (!settings.use_found_word_lists) return lists;
  const auto add = [&](const fs::path& path) {
    std::error_code ignored;  // a list that cannot be seen is not there
    const bool exists = fs::is_regular_file(path, ignored);
    if (exists) lists.push_back(path);
    return exists;
  };
  if (const fs::path folder = config_folder(); !folder.empty()) add(folder / "emend" / "words.txt");
  std::error_code error;
  const fs::path absolute = fs::absolute(document, error);
  for (fs::path folder = absolute.parent_path(); !folder.empty(); folder = folder.parent_path())
    if (add(folder / "emend-words.txt") || folder == folder.root_path()) break;
  add(fs::path(document).replace_extension("words.txt"));
  return lists;
}

}  // namespace emend::pipeline
