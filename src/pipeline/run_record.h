// run.json: what a result folder was made from, so that a run started again skips what is done and unchanged.
// The format is described in docs/formats/run.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "pipeline/input.h"
#include "pipeline/settings.h"

namespace emend::pipeline {

struct RunRecord {
  std::string source_path;  // absolute
  std::string source_hash;  // content_hash of the input
  std::string settings;     // fingerprint of the settings
  std::string decisions;    // content_hash of decisions.jsonl; empty where there is none
  std::string models;       // fingerprint_of_models; empty where none took part
  std::string words;        // content_hash of the word lists that were found beside the document and project
  std::string series;       // fingerprint of the files that are corrected together with this one; empty where none are
  Problems problems;        // of the run; not part of what it was made from

  // Whether both runs give the same files, but for the decisions of people.
  bool has_same_source(const RunRecord& other) const {
    return source_hash == other.source_hash && settings == other.settings && models == other.models &&
           words == other.words;
  }
};

inline constexpr const char* kRunRecordName = "run.json";
inline constexpr const char* kDecisionsName = "decisions.jsonl";

// What a run over `input` into `folder` would be recorded as; `models` and `series` are their fingerprints. Errors:
// kMissing, kUnreadable (the input).
Result<RunRecord> record_of(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                            const std::string& models, const std::string& series = {});

// The hash of what people have decided so far; empty where nobody has.
std::string decisions_fingerprint(const std::filesystem::path& folder);

// Nothing where the folder has no record, or one that cannot be read.
std::optional<RunRecord> read_run_record(const std::filesystem::path& folder);
Status write_run_record(const std::filesystem::path& folder, const RunRecord& record);
// The same in memory; `subject` names the file.
std::optional<RunRecord> run_record_from_json(std::string_view bytes, const std::string& subject);
std::string run_record_to_json(const RunRecord& record);

// What a result folder holds already, as seen by a new run.
enum class LastRun {
  kNone,             // nothing, or what has changed since
  kOtherDecisions,   // the same, but for what people have decided since
  kOtherNeighbours,  // the same, but for the files that are corrected together with it
  kSame,
};

// Error: kUnwritable where the folder holds the results of another input, which must not be lost.
Result<LastRun> compare_with_last_run(const RunRecord& record, const std::filesystem::path& folder,
                                      const std::vector<std::string>& file_names);

}  // namespace emend::pipeline
