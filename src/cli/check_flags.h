// The flags of emend check, and which of them were given: those go over emend.toml.
#pragma once

#include <string>
#include <vector>

#include "check/config.h"
#include "cli/command_line.h"

namespace emend::cli {

struct CheckFlags {
  std::vector<std::string> paths;
  std::string file_list;
  std::string stdin_filename;
  std::vector<std::string> exclude;
  bool force_exclude = false;
  bool respects_ignore_files = true;
  std::string format = "text";
  std::string output_file;
  bool fix = false;
  bool shows_diff = false;
  std::string baseline;
  bool writes_baseline = false;
  bool prunes_baseline = false;
  std::string decisions;
  std::string cache_dir;
  bool uses_cache = true;
  std::size_t jobs = 0;
  bool exits_zero = false;
  bool shows_statistics = false;
  bool dumps_config = false;
  bool shows_files = false;

  // Binds them to this object, which must outlive the parsing.
  void declare(Parser& parser);
  // The config with what was given over it.
  check::Config over(check::Config config) const;

 private:
  CLI::Option* format_option_ = nullptr;
  CLI::Option* jobs_option_ = nullptr;
  CLI::Option* exit_option_ = nullptr;
  CLI::Option* force_option_ = nullptr;
  CLI::Option* ignore_option_ = nullptr;
  CLI::Option* cache_option_ = nullptr;
};

}  // namespace emend::cli
