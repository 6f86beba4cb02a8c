// run.json: what a result folder was made from, so that a run started again skips what is done and unchanged.
// The format is described in docs/formats/run.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/input.h"
#include "pipeline/settings.h"

namespace emend::pipeline {

struct RunRecord {
  std::string source_path;  // absolute
  std::string source_hash;  // content_hash of the input
  std::string settings;     // fingerprint of the settings
  std::string decisions;    // content_hash of decisions.jsonl; empty where there is none
  std::string words;        // content_hash of the word lists that were found beside the document and project

  friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

inline constexpr const char* kRunRecordName = "run.json";
inline constexpr const char* kDecisionsName = "decisions.jsonl";

// What a run over `input` into `folder` would be recorded as. Errors: kMissing, kUnreadable (the input).
Result<RunRecord> record_of(const Input& input, const std::filesystem::path& folder, const Settings& settings);

// Nothing where the folder has no record, or one that cannot be read.
std::optional<RunRecord> read_run_record(const std::filesystem::path& folder);
Status write_run_record(const std::filesystem::path& folder, const RunRecord& record);

// Whether the folder holds what this run would give: the same record, and every file of it still there.
// Error: kUnwritable where it holds the results of another input, which must not be lost.
Result<bool> is_done(const RunRecord& record, const std::filesystem::path& folder,
                     const std::vector<std::string>& file_names);

}  // namespace emend::pipeline
