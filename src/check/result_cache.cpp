#include "check/result_cache.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/content_hash.h"
#include "base/file.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = "emend check cache 1\n";
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSumBytes = 16;

// Above this, entries that no file of the run has are dropped.
constexpr std::uintmax_t kLargestCacheBytes = std::uintmax_t{256} << 20;

std::string sum_of(std::string_view rest) { return content_hash(rest).substr(0, kSumBytes); }

// KEY TAB SUM TAB CHECKED TAB FACTS
std::optional<ResultCache::Entry> entry_of(std::string_view line) {
  constexpr std::size_t kStart = kKeyBytes + 1 + kSumBytes + 1;
  if (line.size() < kStart) return std::nullopt;
  const std::string_view rest = line.substr(kStart);
  if (line.substr(kKeyBytes + 1, kSumBytes) != sum_of(rest)) return std::nullopt;
  const std::size_t tab = rest.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  return ResultCache::Entry{rest.substr(0, tab), rest.substr(tab + 1)};
}

}  // namespace

ResultCache::ResultCache(fs::path file) : file_(std::move(file)) {
  if (auto bytes = read_file(file_, kLargestCacheBytes * 2)) read(std::move(*bytes));
}

void ResultCache::read(std::string bytes) {
  bytes_ = std::move(bytes);
  lines_.clear();
  std::string_view rest = bytes_;
  if (!rest.starts_with(kHead)) return;
  rest.remove_prefix(kHead.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (line.size() > kKeyBytes && line[kKeyBytes] == '\t')
      lines_[std::string(line.substr(0, kKeyBytes))] = {line, false};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::optional<ResultCache::Entry> ResultCache::find(const std::string& key) {
  std::string_view line;
  {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(key);
    if (found == lines_.end()) return std::nullopt;
    found->second.is_used = true;
    line = found->second.whole;
  }
  return entry_of(line);
}

void ResultCache::put(const std::string& key, const std::string& checked, const std::string& facts) {
  if (file_.empty() || key.size() != kKeyBytes) return;
  const std::string rest = checked + "\t" + facts;
  std::string line = key + "\t" + sum_of(rest) + "\t" + rest + "\n";
  const std::lock_guard lock(mutex_);
  new_lines_[key] = std::move(line);
}

Status ResultCache::save() {
  if (file_.empty() || new_lines_.empty()) return {};
  const bool keeps_unused = bytes_.size() < kLargestCacheBytes;
  std::vector<std::string> lines;
  for (const auto& [key, line] : lines_)
    if ((line.is_used || keeps_unused) && !new_lines_.contains(key)) lines.push_back(std::string(line.whole) + "\n");
  for (auto& [key, line] : new_lines_) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  std::string bytes(kHead);
  for (const std::string& line : lines) bytes += line;
  std::error_code ignored;  // write_file tells what is wrong
  fs::create_directories(file_.parent_path(), ignored);
  return write_file(file_, bytes);
}

fs::path default_cache_folder() {
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder != '\0')
    return fs::path(folder) / "emend";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".cache" / "emend";
  return {};
}

}  // namespace emend::check
