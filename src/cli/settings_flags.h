// The flags that several commands share, with one meaning everywhere; and emend.toml behind them.
//
// What the command line says goes over the file, and the file over the defaults.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/config.h"
#include "cli/command_line.h"
#include "pipeline/settings.h"

namespace emend::cli {

class SettingsFlags {
 public:
  // Language, words, rules, thresholds, typography and layout, --config, --isolated: see settings_flags.cpp
  void declare_for_text(Parser& parser);
  // Those, and --pages, --dpi, --tessdata-dir
  void declare_for_scans(Parser& parser);

  // With the config of the working folder. Errors: kUsage, kMissing, kUnreadable.
  Result<pipeline::Settings> settings() const;

  // The config for what lies in `folder`: the one of --config, or else the nearest; none under --isolated.
  // Errors: kUsage, kMissing, kUnreadable.
  Result<check::Config> config_for(const std::filesystem::path& folder) const;
  // Error: kUsage.
  Result<pipeline::Settings> settings_with(const check::Config& config) const;
  // The config with what the command line says over it, as --dump-config shows it.
  check::Config over(check::Config config) const;

  // The command line leaves rules or findings out.
  bool is_partial() const { return !select_.empty() || !ignore_.empty() || was_given(confidence_option_); }
  bool is_isolated() const { return is_isolated_; }
  bool has_config_file() const { return !config_file_.empty(); }

 private:
  pipeline::Settings settings_;
  std::string pages_;
  std::string config_file_;
  std::vector<std::string> select_;
  std::vector<std::string> ignore_;
  std::vector<std::string> words_;
  bool is_isolated_ = false;
  CLI::Option* lang_option_ = nullptr;
  CLI::Option* unsafe_option_ = nullptr;
  CLI::Option* confidence_option_ = nullptr;
  CLI::Option* hyphens_option_ = nullptr;
};

}  // namespace emend::cli
