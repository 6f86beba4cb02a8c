// The findings that a project knows of and lives with: a run turns red only for what is not among them.
//
// An entry is a rule, a file relative to the baseline's folder, a key of what stood there, and how often; lines may
// move and neighbours may be repaired. Entries are sorted, one a line. The format is described in
// docs/formats/check-baseline.md. Threads: findings of different files may be matched at the same time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "check/finding.h"

namespace emend::check {

struct BaselineEntry {
  std::string file;  // with / between its parts
  std::string rule;
  std::string key;
  std::size_t count = 1;
  std::string text;  // what stood there; for people

  friend auto operator<=>(const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.file, a.rule, a.key) <=> std::tie(b.file, b.rule, b.key);
  }
  friend bool operator==(const BaselineEntry& a, const BaselineEntry& b) { return (a <=> b) == 0; }
};

class Baseline {
 public:
  Baseline() = default;

  // Error: kUsage (no baseline, or one of another version).
  static Result<Baseline> parse(std::string_view json, const std::string& subject);

  // Takes out of `findings` what the file's entries cover, each as often as it is counted; returns how many.
  std::size_t remove_known(const std::string& file, Findings& findings) const;

  // Entries of `file` that none of its findings fits any more.
  std::vector<BaselineEntry> stale(const std::string& file, const Findings& all_findings) const;

  const std::map<std::string, std::vector<BaselineEntry>>& entries() const { return by_file_; }

  // Replaces what it says of a file.
  void set(const std::string& file, const Findings& findings);
  void forget(const std::vector<BaselineEntry>& stale);

  std::string to_json() const;
  std::size_t size() const;

 private:
  std::map<std::string, std::vector<BaselineEntry>> by_file_;  // sorted by rule and key
};

}  // namespace emend::check
