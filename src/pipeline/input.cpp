#include "pipeline/input.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "base/file.h"
#include "store/layout/layout_file.h"
#include "text/unicode.h"

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

// Endings that are taken from folders. A file that is named itself may have any ending.
constexpr std::array<std::string_view, 7> kKnownEndings = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".pdf", ".txt"};
// Of files that are taken where they are hOCR, ALTO or PAGE: folders of such hold other XML beside them, as METS.
constexpr std::array<std::string_view, 6> kMarkupEndings = {".hocr", ".html", ".htm", ".xhtml", ".xml", ".alto"};

bool is_layout(const fs::path& path) {
  std::error_code unknown;
  if (!fs::is_regular_file(path, unknown)) return false;
  std::string first;
  const Status read = read_in_pieces(path, [&](std::string_view piece) {
    first.append(piece.substr(0, store::kFirstBytesOfLayout - first.size()));
    return first.size() < store::kFirstBytesOfLayout;
  });
  return read && store::layout_format_of(first);
}

bool is_of_known_kind(const fs::path& path) {
  const std::string ending = text::to_lower(path.extension().string());
  if (std::find(kKnownEndings.begin(), kKnownEndings.end(), ending) != kKnownEndings.end()) return true;
  return std::find(kMarkupEndings.begin(), kMarkupEndings.end(), ending) != kMarkupEndings.end() && is_layout(path);
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool is_same_folder(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return !b.empty() && fs::equivalent(a, b, ignored);
}

Problem problem(Severity severity, ErrorKind kind, const fs::path& path, std::string what, std::string hint = {}) {
  return {severity, {kind, path.string(), std::move(what), std::move(hint)}, 0};
}

// The file's path without its ending. A name like "...txt" keeps it: what is left would name the parent folder.
fs::path name_of(fs::path file) {
  const fs::path stem = file.stem();
  return stem.empty() || stem == "." || stem == ".." ? file : file.replace_extension();
}

// A pipe can be read only once, a device may never end, and every input is read more than once.
void add_file(const fs::path& file, fs::path name, FoundInputs& found) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status))
    found.problems.emplace_back(
        file.string(), problem(Severity::kFailure, ErrorKind::kMissing, file, "there is no such file or folder",
                               "check the spelling of the path"));
  else if (!fs::is_regular_file(status))
    found.problems.emplace_back(file.string(), problem(Severity::kFailure, ErrorKind::kUnreadable, file,
                                                       "is not a regular file", "save it to a file first"));
  else
    found.inputs.push_back({file, std::move(name)});
}

void add_folder(const fs::path& folder, const fs::path& output_folder, FoundInputs& found) {
  std::error_code error;
  std::vector<fs::path> files;
  // Symbolic links to folders are not followed, so a loop of them cannot trap the walk.
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
    std::error_code unknown;  // a link to where we may not look is no folder
    const bool is_folder = it->is_directory(unknown);
    if (is_folder && (is_hidden(it->path()) || is_same_folder(it->path(), output_folder)))
      it.disable_recursion_pending();
    else if (!is_folder && !is_hidden(it->path()) && is_of_known_kind(it->path()))
      files.push_back(it->path());
  }
  if (error)
    found.problems.emplace_back(folder.string(), problem(Severity::kFailure, ErrorKind::kUnreadable, folder,
                                                         "cannot be listed: " + error.message()));
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) add_file(file, name_of(file.lexically_relative(folder)), found);
  if (files.empty() && !error)
    found.problems.emplace_back(
        folder.string(), problem(Severity::kWarning, ErrorKind::kMissing, folder, "holds nothing that can be restored",
                                 "PNG, JPEG, TIFF, PDF, TXT, hOCR, ALTO and PAGE files are looked for"));
}

void make_names_unique(std::vector<Input>& inputs) {
  std::map<fs::path, int> uses;
  for (const Input& input : inputs) ++uses[input.name];
  for (Input& input : inputs)
    if (uses[input.name] > 1) input.name += input.path.extension();
  std::set<fs::path> taken;
  for (Input& input : inputs) {
    const fs::path wanted = input.name;
    for (int i = 2; !taken.insert(input.name).second; ++i) input.name = wanted.string() + "-" + std::to_string(i);
  }
}

}  // namespace

FoundInputs find_inputs(const std::vector<std::string>& paths, const fs::path& output_folder) {
  FoundInputs found;
  std::set<fs::path> seen;
  for (const std::string& text : paths) {
    const fs::path path(text);
    std::error_code error;
    if (fs::is_directory(path, error))
      add_folder(path, output_folder, found);
    else
      add_file(path, name_of(path.filename()), found);
  }
  // A file that is named twice, by itself and through its folder, is restored once.
  std::erase_if(found.inputs, [&](const Input& input) {
    std::error_code error;
    const fs::path canonical = fs::canonical(input.path, error);
    return !error && !seen.insert(canonical).second;
  });
  make_names_unique(found.inputs);
  return found;
}

}  // namespace emend::pipeline
