// One run of emend check, from the flags to the exit code.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "check/baseline.h"
#include "check/config.h"
#include "check/format.h"
#include "check/profile.h"
#include "check/run/check_run.h"
#include "cli/check_flags.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/settings_flags.h"

namespace emend::cli {

class CheckSession {
 public:
  CheckSession(const CheckFlags& flags, const SettingsFlags& settings, Console& console)
      : flags_(flags), settings_(settings), console_(console) {}

  ExitCode run();

 private:
  // Each sets what the next ones need. Errors: kUsage, kMissing, kUnreadable.
  Status read_config();
  Status read_paths();
  Status read_baseline();
  Status read_decisions();
  void find_files();
  void pass_over_lists();

  Result<const check::Profile*> profile_of(const std::filesystem::path& file);
  ExitCode show_files();
  check::RunTotals check_all();
  std::vector<check::BaselineEntry> lost_entries(const check::RunTotals& totals) const;
  Status write_baseline(const check::RunTotals& totals);
  void tell(const check::RunTotals& totals);
  void tell_statistics(const check::RunTotals& totals);
  ExitCode exit_code(const check::RunTotals& totals) const;

  bool changes_baseline() const { return flags_.writes_baseline || flags_.prunes_baseline; }
  std::filesystem::path from_config(const std::string& path) const;
  std::filesystem::path baseline_folder() const;  // that its names are relative to
  void put(const std::string& bytes);

  const CheckFlags& flags_;
  const SettingsFlags& settings_;
  Console& console_;

  check::Config config_;  // of the run: the one of the first path, with the command line over it
  bool has_broken_config_ = false;
  std::string broken_config_;  // what was told of it already
  std::vector<std::string> paths_;
  std::optional<std::string> standard_input_;
  check::FoundFiles found_;
  std::optional<check::Baseline> baseline_;
  bool has_broken_baseline_ = false;
  std::filesystem::path baseline_file_;
  std::optional<store::Decisions> decisions_;
  std::map<std::filesystem::path, std::filesystem::path> config_of_folder_;
  std::map<std::filesystem::path, Result<std::unique_ptr<check::Profile>>> profiles_;  // by config file
  std::unique_ptr<check::Format> format_;
  std::string output_;  // for --output-file
  bool has_diff_ = false;
};

}  // namespace emend::cli
