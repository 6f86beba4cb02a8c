// A file of a run on its way from what is to be done to what is told of it.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/check_text.h"
#include "check/file_kind.h"
#include "check/file_parts.h"
#include "check/finding.h"
#include "check/profile.h"

namespace emend::check {

struct PartResult {
  CheckedText checked;
  std::string key;    // of the cache; empty without one
  std::string facts;  // as JSON; empty where `checked` has them
  std::optional<Error> error;
  bool is_setup_error = false;  // not the file's own: it is told once for all files
  bool is_from_cache = false;
};

struct FileWork {
  std::filesystem::path path;
  FileKind kind = FileKind::kText;
  bool is_standard_input = false;
  const Profile* profile = nullptr;  // null where the config is broken
  std::vector<FilePart> ranges;
  std::vector<PartResult> parts;
  std::atomic<std::size_t> open_parts{0};

  FileReport report;
  Findings known;  // for the baseline
  Facts facts;
  bool has_facts = false;  // otherwise those of the parts are still packed
  std::string keys;        // of all parts
  bool is_from_cache = true;
  bool is_done = false;

  void fail_with(const Error& error) {
    report.has_failed = true;
    report.problems.push_back({Severity::kFailure, error, 0});
  }
};

}  // namespace emend::check
