// What was found in texts that have not changed: one file of lines, each with the key of a text.
//
// The key is made of the text, the kind of its file and the fingerprint of its profile (profile.h), so an entry can
// never be out of date; one that is not asked for is kept until the file grows past its limit. A damaged line counts as
// no entry. Threads: find() and put() may be called from any; open() and save() belong to one.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace emend::check {

class ResultCache {
 public:
  struct Entry {
    std::string_view checked;  // JSON, see checked_json.h
    std::string_view facts;
  };

  // A cache that remembers nothing.
  ResultCache() = default;
  // Takes what the file has; a file that is missing or of another version has nothing.
  explicit ResultCache(std::filesystem::path file);

  // The entry stays where it is as long as the cache lives.
  std::optional<Entry> find(const std::string& key);
  void put(const std::string& key, const std::string& checked, const std::string& facts);

  // Writes the file anew where something was put. Error: kUnwritable.
  Status save();

  // Reads the lines of a file; for tests.
  void read(std::string bytes);

 private:
  struct Line {
    std::string_view whole;  // without its end
    bool is_used = false;
  };
  std::filesystem::path file_;  // empty: nowhere
  std::string bytes_;
  std::mutex mutex_;
  std::unordered_map<std::string, Line> lines_;
  std::unordered_map<std::string, std::string> new_lines_;
};

// $XDG_CACHE_HOME/emend or ~/.cache/emend; empty where there is neither.
std::filesystem::path default_cache_folder();

}  // namespace emend::check
