// A whole run: every file of a corpus in order, then what only the corpus can tell.
//
// Files, and parts of long ones, are worked on by several threads; reports come out in the order of the files, each as
// soon as it and those before it are done, so a run needs the memory of what its threads have in hand. The reports are
// the same for any number of threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/stop.h"
#include "check/baseline.h"
#include "check/corpus_findings.h"
#include "check/find_files.h"
#include "check/finding.h"
#include "check/profile.h"
#include "check/result_cache.h"
#include "check/run/repair_file.h"
#include "check/run/run_totals.h"
#include "store/decision_file.h"

namespace emend::check {

struct CheckRequest {
  std::vector<FoundFile> files;
  // Files and folders that were to be checked and could not be found or looked at, with why: told first.
  std::vector<std::pair<std::string, Problem>> not_found;
  std::optional<std::string> standard_input;  // told as "-", checked as a text of this name
  std::filesystem::path standard_input_name = "standard input.txt";

  // The profile of a file; called before the work begins, in the order of the files. The profile outlives the run.
  // Errors: kUsage (a broken config), kMissing, kUnreadable.
  std::function<Result<const Profile*>(const std::filesystem::path&)> profile_of;

  const Baseline* baseline = nullptr;
  std::filesystem::path baseline_folder;  // that its names are relative to
  const store::Decisions* decisions = nullptr;
  ResultCache* cache = nullptr;
  Repair repair = Repair::kNone;
  std::size_t jobs = 1;
  const StopFlag* stop = nullptr;
  CorpusThresholds thresholds;
};

// `take` is called with one report after another, never by two threads at once. A file may come a second time at the
// end, with findings of the corpus only (FileReport::is_of_corpus).
RunTotals run_check(const CheckRequest& request, const std::function<void(const FileReport&)>& take);

// How a file is named: relative to the working folder where it lies below it, otherwise as it was given.
std::string shown_name(const std::filesystem::path& path);

}  // namespace emend::check
