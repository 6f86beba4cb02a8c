#include "check/ignore_file.h"

#include <algorithm>

namespace emend::check {
namespace {

// Spaces at the end do not count unless a backslash stands before them.
std::string_view without_trailing_spaces(std::string_view line) {
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

void IgnorePatterns::add(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = without_trailing_spaces(line);
  if (line.empty() || line.front() == '#') return;
  const bool is_negated = line.front() == '!';
  if (is_negated) line.remove_prefix(1);
  const bool is_for_folders = line.ends_with('/');
  if (is_for_folders) line.remove_suffix(1);
  const bool has_place = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty() || patterns_.size() >= kMostPatterns) return;
  patterns_.push_back({Glob(has_place ? std::string(line) : "**/" + std::string(line)), is_negated, is_for_folders});
}

IgnorePatterns IgnorePatterns::parse(std::string_view text) {
  IgnorePatterns patterns;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    patterns.add(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return patterns;
}

IgnorePatterns IgnorePatterns::of(const std::vector<std::string>& lines) {
  IgnorePatterns patterns;
  for (std::string_view line : lines) {
    if (line.starts_with("./")) line.remove_prefix(2);
    patterns.add(line);
  }
  return patterns;
}

std::optional<bool> IgnorePatterns::ignores(std::string_view path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern)
    if ((is_folder || !pattern->is_for_folders) && pattern->glob.matches(path)) return !pattern->is_negated;
  return std::nullopt;
}

bool IgnorePatterns::ignores_path(std::string_view path, bool is_folder) const {
  if (patterns_.empty()) return false;
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1))
    if (ignores(path.substr(0, end), true).value_or(false)) return true;
  return ignores(path, is_folder).value_or(false);
}

}  // namespace emend::check
