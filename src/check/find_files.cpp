#include "check/find_files.h"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>

#include "base/file.h"
#include "check/glob.h"
#include "check/ignore_file.h"
#include "check/unreviewed.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFiles[] = {".gitignore", ".emendignore"};

// Deeper than any corpus; keeps the walk's own stack small.
constexpr std::size_t kDeepestFolder = 512;

struct Patterns {
  fs::path folder;  // absolute
  IgnorePatterns patterns;
};

fs::path whole_path(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  fs::path normal = (error ? path : whole).lexically_normal();
  if (!normal.has_filename() && normal.has_parent_path()) normal = normal.parent_path();
  return normal;
}

// `path` below `folder`, or nothing where it is not there.
std::optional<std::string> below(const fs::path& path, const fs::path& folder) {
  const std::string& whole = path.native();
  const std::string& base = folder.native();
  if (base == "/") return whole.size() > 1 ? std::optional(whole.substr(1)) : std::nullopt;
  if (whole.size() <= base.size() + 1 || !whole.starts_with(base) || whole[base.size()] != '/') return std::nullopt;
  return whole.substr(base.size() + 1);
}

Problem failure(ErrorKind kind, const fs::path& path, std::string what, std::string hint = {}) {
  return {Severity::kFailure, {kind, path.string(), std::move(what), std::move(hint)}, 0};
}

// Lists of words that belong to the texts beside them (pipeline/word_lists.h).
bool is_word_list(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "emend-words.txt" || name.ends_with(".words.txt");
}

class Finder {
 public:
  explicit Finder(const FindOptions& options) : options_(options) {
    for (const Exclusions& excluded : options.excluded)
      if (!excluded.patterns.empty())
        exclusions_.push_back({whole_path(excluded.folder), IgnorePatterns::of(excluded.patterns)});
  }

  FoundFiles run() {
    for (const std::string& name : options_.paths) add_named(name);
    std::sort(found_.files.begin(), found_.files.end(),
              [](const FoundFile& a, const FoundFile& b) { return a.path.native() < b.path.native(); });
    return std::move(found_);
  }

 private:
  void add_named(const std::string& name) {
    const fs::path path(name);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) return walk_named(path, nullptr);
    if (fs::exists(status)) {
      const fs::path whole = whole_path(path);
      if (options_.force_excludes && (is_excluded_path(whole, false) || is_ignored_from_above(whole, false))) {
        ++found_.passed_over.ignored;
        return;
      }
      return add_file(path, whole, true);
    }
    if (!error && looks_like_glob(name)) return add_pattern(name);
    if (status.type() == fs::file_type::not_found && looks_like_glob(name)) return add_pattern(name);
    const bool is_missing = status.type() == fs::file_type::not_found;
    problem(name, failure(is_missing ? ErrorKind::kMissing : ErrorKind::kUnreadable, path,
                          is_missing ? "there is no such file or folder" : "cannot be looked at: " + error.message(),
                          is_missing ? "check the spelling of the path" : ""));
  }

  // A pattern that no shell has expanded: the walk begins at the last folder without a special character.
  void add_pattern(const std::string& name) {
    const std::size_t special = name.find_first_of("*?[");
    const std::size_t slash = name.rfind('/', special);
    const std::string base = slash == std::string::npos ? "" : name.substr(0, slash + 1);
    const Glob glob(std::string_view(name).substr(base.size()));
    const std::size_t before = found_.files.size();
    std::error_code ignored;
    const fs::path folder = base.empty() ? fs::path(".") : fs::path(base);
    if (fs::is_directory(folder, ignored)) walk_named(folder, &glob);
    if (found_.files.size() == before)
      problem(name, failure(ErrorKind::kMissing, name, "matches no file that can be checked",
                            "check the pattern; quote it so that the shell leaves it alone"));
  }

  void walk_named(const fs::path& folder, const Glob* wanted) {
    const fs::path whole = whole_path(folder);
    if (options_.force_excludes && (is_excluded_path(whole, true) || is_ignored_from_above(whole, true))) {
      ++found_.passed_over.ignored;
      return;
    }
    std::vector<Patterns> stack = patterns_above(whole);
    wanted_ = wanted;
    root_ = whole;
    walk(folder == "." ? fs::path() : folder, whole, stack, 0);
    wanted_ = nullptr;
  }

  void walk(const fs::path& folder, const fs::path& whole, std::vector<Patterns>& stack, std::size_t depth) {
    const fs::path listed = folder.empty() ? fs::path(".") : folder;
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator it(listed, error);
    for (const fs::directory_iterator end; !error && it != end; it.increment(error)) entries.push_back(*it);
    if (error)
      return problem(listed.string(),
                     failure(ErrorKind::kUnreadable, listed, "cannot be listed: " + error.message(),
                             error == std::errc::permission_denied ? "check the permissions of the folder" : ""));
    if (depth > kDeepestFolder)
      return problem(listed.string(), failure(ErrorKind::kTooLarge, listed, "is nested too deeply", "name it itself"));
    const std::size_t inherited = stack.size();
    if (options_.respects_ignore_files) push_ignore_files(whole, stack);
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.')) continue;
      std::error_code unknown;
      const bool is_folder = entry.is_directory(unknown) && !entry.is_symlink(unknown);
      const fs::path inside = whole / name;
      if (is_ignored(inside, is_folder, stack) || is_excluded_path(inside, is_folder)) {
        ++found_.passed_over.ignored;
      } else if (is_folder) {
        walk(folder / name, inside, stack, depth + 1);
      } else if (wanted_ == nullptr || wanted_->matches(below(inside, root_).value_or(""))) {
        if (entry.is_symlink(unknown) && fs::is_directory(entry.path(), unknown)) continue;  // not followed
        add_file(folder / name, inside, false);
      }
    }
    stack.resize(inherited);
  }

  void push_ignore_files(const fs::path& whole, std::vector<Patterns>& stack) const {
    for (const char* name : kIgnoreFiles)
      if (const auto text = read_file(whole / name, std::uintmax_t{1} << 20))
        stack.push_back({whole, IgnorePatterns::parse(*text)});
  }

  // The ignore files of the folders above, the outermost first; only inside a git checkout.
  std::vector<Patterns> patterns_above(const fs::path& whole) const {
    std::vector<Patterns> stack;
    if (!options_.respects_ignore_files) return stack;
    std::vector<fs::path> folders;
    std::error_code ignored;
    fs::path folder = whole;
    while (!fs::exists(folder / ".git", ignored)) {
      if (!folder.has_parent_path() || folder == folder.parent_path()) return stack;
      folder = folder.parent_path();
      folders.push_back(folder);
    }
    if (const auto text = read_file(folder / ".git" / "info" / "exclude", std::uintmax_t{1} << 20))
      stack.push_back({folder, IgnorePatterns::parse(*text)});
    for (auto above = folders.rbegin(); above != folders.rend(); ++above) push_ignore_files(*above, stack);
    return stack;
  }

  bool is_ignored_from_above(const fs::path& whole, bool is_folder) const {
    std::vector<Patterns> stack = patterns_above(whole.parent_path());
    if (options_.respects_ignore_files) push_ignore_files(whole.parent_path(), stack);
    if (stack.empty()) return false;
    // What lies in an ignored folder is ignored, whatever a file in there says.
    fs::path prefix = stack.front().folder;
    for (const fs::path& part : whole.lexically_relative(prefix)) {
      prefix /= part;
      if (is_ignored(prefix, is_folder || prefix != whole, stack)) return true;
    }
    return false;
  }

  // The nearer file has the last word.
  static bool is_ignored(const fs::path& whole, bool is_folder, const std::vector<Patterns>& stack) {
    for (auto patterns = stack.rbegin(); patterns != stack.rend(); ++patterns)
      if (const auto path = below(whole, patterns->folder))
        if (const auto says = patterns->patterns.ignores(*path, is_folder)) return *says;
    return false;
  }

  bool is_excluded_path(const fs::path& whole, bool is_folder) const {
    return std::any_of(exclusions_.begin(), exclusions_.end(), [&](const Patterns& patterns) {
      const auto path = below(whole, patterns.folder);
      return path && patterns.patterns.ignores_path(*path, is_folder);
    });
  }

  void add_file(const fs::path& path, const fs::path& whole, bool is_named) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none)
      return problem(path.string(), failure(ErrorKind::kMissing, path,
                                            error == std::errc::too_many_symbolic_link_levels
                                                ? "is a symbolic link to itself"
                                                : "is a symbolic link that leads nowhere",
                                            "repair or remove the link"));
    if (!fs::is_regular_file(status)) {
      if (is_named)
        problem(path.string(),
                failure(ErrorKind::kUnreadable, path, "is not a regular file", "save it to a file first"));
      else
        ++found_.passed_over.other;
      return;
    }
    fs::path real = fs::is_symlink(fs::symlink_status(path, error)) ? fs::canonical(path, error) : whole;
    if (!seen_.insert(error ? whole.native() : real.native()).second) return;
    std::string first;
    const Status read = read_in_pieces(path, [&](std::string_view piece) {
      first.append(piece.substr(0, kFirstBytesOfKind - first.size()));
      return first.size() < kFirstBytesOfKind;
    });
    if (!read) return problem(path.string(), {Severity::kFailure, read.error(), 0});
    const FileKind kind = kind_of_file(path, first, is_named);
    if ((!is_named || options_.force_excludes) && (is_raw_text_of_result(path) || is_word_list(path)))
      ++found_.passed_over.other;  // it is to stay as it is; what counts is the clean text beside it
    else if (is_checked(kind))
      found_.files.push_back({path, kind});
    else if (kind == FileKind::kScan)
      ++found_.passed_over.scans;
    else if (kind == FileKind::kBinary)
      ++found_.passed_over.binary;
    else
      ++found_.passed_over.other;
  }

  void problem(const std::string& name, Problem what) { found_.problems.emplace_back(name, std::move(what)); }

  const FindOptions& options_;
  std::vector<Patterns> exclusions_;
  const Glob* wanted_ = nullptr;
  fs::path root_;
  std::set<std::string> seen_;
  FoundFiles found_;
};

}  // namespace

FoundFiles find_files(const FindOptions& options) { return Finder(options).run(); }

std::vector<std::string> names_of_list(std::string_view text) {
  const char separator = text.find('\0') != std::string_view::npos ? '\0' : '\n';
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view name = text.substr(0, end);
    if (separator == '\n' && name.ends_with('\r')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

}  // namespace emend::check
