#include "pipeline/run_record.h"

#include <algorithm>

#include "base/content_hash.h"
#include "base/file.h"
#include "base/json.h"
#include "base/version.h"
#include "pipeline/word_lists.h"

namespace emend::pipeline {
namespace {

constexpr int kFormat = 1;

constexpr const char* kSeverities[] = {"note", "warning", "failure"};

Json problems_to_json(const Problems& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    Json json;
    json["severity"] = kSeverities[static_cast<int>(problem.severity)];
    json["page"] = problem.page;
    json["what"] = problem.error.what;
    json["hint"] = problem.error.hint;
    list.push_back(std::move(json));
  }
  return list;
}

// What is not as written above is left out: problems inform, nothing depends on them.
Problems problems_from(const Json& list) {
  Problems problems;
  if (!list.is_array()) return problems;
  for (const Json& json : list) {
    if (!json.is_object()) continue;
    const auto text = [&](const char* key) {
      const auto found = json.find(key);
      return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto page = json.find("page");
    Problem problem;
    problem.page = page != json.end() && page->is_number_integer() ? page->get<int>() : 0;
    problem.error.what = text("what");
    problem.error.hint = text("hint");
    for (int i = 0; i < 3; ++i)
      if (text("severity") == kSeverities[i]) problem.severity = static_cast<Severity>(i);
    problems.push_back(std::move(problem));
  }
  return problems;
}

// An absolute path without "." and "..", so that the same input is known again from another folder.
std::string absolute_text(const std::filesystem::path& path) {
  std::error_code error;
  const auto canonical = std::filesystem::weakly_canonical(path, error);
  return (error ? path : canonical).string();
}

}  // namespace

Result<RunRecord> record_of(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                            const std::string& models, const std::string& series) {
  RunRecord record;
  record.series = series;
  record.source_path = absolute_text(input.path);
  auto hash = content_hash_of_file(input.path);
  if (!hash) return fail(hash.error());
  record.source_hash = std::move(*hash);
  record.settings = fingerprint(settings);
  record.models = models;
  record.decisions = decisions_fingerprint(folder);
  for (const auto& list : found_word_lists(input.path, settings))
    if (const auto bytes = content_hash_of_file(list)) record.words += *bytes;
  return record;
}

std::string decisions_fingerprint(const std::filesystem::path& folder) {
  return content_hash_of_file(folder / kDecisionsName).value_or(std::string());
}

Result<LastRun> compare_with_last_run(const RunRecord& record, const std::filesystem::path& folder,
                                      const std::vector<std::string>& file_names) {
  const auto last = read_run_record(folder);
  if (!last) return LastRun::kNone;
  if (last->source_path != record.source_path && last->source_hash != record.source_hash)
    return fail(ErrorKind::kUnwritable, folder.string(), "holds the results of another input, " + last->source_path,
                "choose another output folder with -o");
  const bool is_whole = std::all_of(file_names.begin(), file_names.end(), [&](const std::string& name) {
    return std::filesystem::is_regular_file(folder / name);
  });
  if (!is_whole || !last->has_same_source(record)) return LastRun::kNone;
  if (last->series != record.series) return LastRun::kOtherNeighbours;
  return last->decisions == record.decisions ? LastRun::kSame : LastRun::kOtherDecisions;
}

std::optional<RunRecord> read_run_record(const std::filesystem::path& folder) {
  const auto bytes = read_file(folder / kRunRecordName);
  if (!bytes) return std::nullopt;
  return run_record_from_json(*bytes, (folder / kRunRecordName).string());
}

std::optional<RunRecord> run_record_from_json(std::string_view bytes, const std::string& subject) {
  const auto json = parse_json(bytes, subject);
  if (!json || !json->is_object() || json->value("format", Json()) != kFormat) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = json->find(key);
    return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  RunRecord record;
  record.source_path = text("source");
  record.source_hash = text("source_hash");
  record.settings = text("settings");
  record.decisions = text("decisions");
  record.models = text("models");
  record.words = text("words");
  record.series = text("series");
  record.problems = problems_from(json->value("problems", Json()));
  return record;
}

std::string run_record_to_json(const RunRecord& record) {
  Json json;
  json["format"] = kFormat;
  json["emend"] = kVersion;
  json["source"] = record.source_path;
  json["source_hash"] = record.source_hash;
  json["settings"] = record.settings;
  json["decisions"] = record.decisions;
  json["models"] = record.models;
  json["words"] = record.words;
  json["series"] = record.series;
  json["problems"] = problems_to_json(record.problems);
  return to_document(json);
}

Status write_run_record(const std::filesystem::path& folder, const RunRecord& record) {
  return write_file(folder / kRunRecordName, run_record_to_json(record));
}

}  // namespace emend::pipeline
