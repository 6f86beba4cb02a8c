#include "cli/check_flags.h"

#include <filesystem>

#include "check/format.h"

namespace emend::cli {
void CheckFlags::declare(Parser& parser) {
  parser.add_option("path", paths, "Files, folders and patterns; - for standard input");
  parser
      .add_option("--file-list", file_list,
                  "Read more paths from this file, or - for standard input: a line each, or ended by NUL bytes")
      ->type_name("FILE");
  parser.add_option("--stdin-filename", stdin_filename, "The name that standard input counts as")->type_name("NAME");
  parser.add_option("--exclude", exclude, "Pass over what matches, as in .gitignore; may be given several times")
      ->allow_extra_args(false)
      ->type_name("PATTERN");
  force_option_ =
      parser.add_flag("--force-exclude", force_exclude, "Pass over excluded files even where they are named");
  ignore_option_ = parser.add_flag("!--no-respect-gitignore", respects_ignore_files,
                                   "Check what .gitignore and .emendignore name, too");
  format_option_ = parser.add_option("--format", format, "How findings are told");
  format_option_->check(CLI::IsMember(check::format_names()))->capture_default_str();
  parser.add_option("--output-file", output_file, "Write findings there instead of to standard output")
      ->type_name("FILE");
  parser.add_flag("--fix", fix, "Repair the files: safe changes, with --unsafe-fixes proposed ones, too");
  parser.add_flag("--diff", shows_diff, "Show what --fix would change as a unified diff, and change nothing");
  parser.add_option("--baseline", baseline, "Findings that are known; only new ones turn the run red")
      ->type_name("FILE");
  parser.add_flag("--write-baseline", writes_baseline, "Write all findings into the baseline");
  parser.add_flag("--prune-baseline", prunes_baseline, "Take entries that fit nothing any more out of the baseline");
  parser.add_option("--decisions", decisions, "What people decided about findings, as decisions.jsonl")
      ->type_name("FILE");
  parser.add_option("-j,--jobs", jobs, "Threads; 0 for one per core")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  jobs_option_ = parser.get_option("--jobs");
  parser.add_option("--cache-dir", cache_dir, "Where the findings of unchanged files are remembered")->type_name("DIR");
  cache_option_ = parser.add_flag("!--no-cache", uses_cache, "Remember nothing");
  exit_option_ = parser.add_flag("--exit-zero", exits_zero, "Exit with 0 even where there are findings");
  parser.add_flag("--statistics", shows_statistics, "Count findings by rule and by file at the end");
  parser.add_flag("--show-files", shows_files, "Only name the files that would be checked");
  parser.add_flag("--dump-config", dumps_config, "Only show the settings, as emend.toml would have them");
}

check::Config CheckFlags::over(check::Config config) const {
  if (was_given(format_option_)) config.format = format;
  if (was_given(jobs_option_)) config.jobs = jobs;
  if (was_given(exit_option_)) config.exit_zero = exits_zero;
  if (was_given(force_option_)) config.force_exclude = force_exclude;
  if (was_given(ignore_option_)) config.respect_ignore_files = respects_ignore_files;
  if (was_given(cache_option_)) config.cache = uses_cache;
  std::error_code error;
  const auto from_here = [&](const std::string& path) { return std::filesystem::absolute(path, error).string(); };
  if (!baseline.empty()) config.baseline = from_here(baseline);
  if (!decisions.empty()) config.decisions = from_here(decisions);
  if (!cache_dir.empty()) config.cache_dir = from_here(cache_dir);
  return config;
}

}  // namespace emend::cli
