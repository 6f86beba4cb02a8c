// What a run adds up to. Plain values.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/baseline.h"
#include "check/finding.h"

namespace emend::check {

struct RunTotals {
  std::size_t files = 0;   // checked
  std::size_t failed = 0;  // not checked
  std::size_t words = 0;
  std::size_t findings = 0;
  std::size_t proposed = 0;  // findings with a fix
  std::size_t safe = 0;      // of them those that --fix would apply
  std::size_t applied = 0;
  std::size_t from_cache = 0;  // files
  IgnoredCounts ignored;
  std::map<std::string, std::size_t> by_rule;
  std::map<std::string, std::size_t> by_file;
  std::vector<BaselineEntry> stale;               // entries of the baseline that nothing fits any more
  std::map<std::string, Findings> known_by_file;  // for a baseline to write: what was found, ignored ones left out
  std::vector<Error> setup_errors;                // broken configs, missing models: each once
  bool was_interrupted = false;

  // Adds a report: the first of a file, or one of the corpus.
  void add(const FileReport& report);
  // A missing model or a broken config concerns many files and is told once.
  void add_setup_error(const Error& error);
};

}  // namespace emend::check
