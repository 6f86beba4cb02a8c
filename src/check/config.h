// emend.toml: what a project has settled about its texts, for every command.
//
// The table kConfigKeys is the one place that knows the keys: reading, --dump-config, the JSON Schema for editors and
// docs/check.md are made from it. A key that is not in it is an error that names the nearest one.
// What a file does not say is not set, so that the command line goes over the file and the file over the defaults.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace emend::check {

using TextLists = std::map<std::string, std::vector<std::string>>;
using Texts = std::map<std::string, std::string>;

struct Config {
  std::filesystem::path file;    // empty: none
  std::filesystem::path folder;  // that its paths and patterns are relative to

  std::optional<std::string> languages;
  std::optional<double> min_confidence;
  std::optional<bool> unsafe_fixes;
  std::optional<bool> join_hyphens;

  std::optional<std::vector<std::string>> select;
  std::optional<std::vector<std::string>> ignore;
  std::optional<std::vector<std::string>> extend_safe;
  std::optional<std::vector<std::string>> extend_unsafe;

  std::optional<TextLists> per_file_ignores;  // pattern: rules

  std::optional<std::vector<std::string>> word_lists;  // files
  std::optional<std::vector<std::string>> good_words;
  std::optional<Texts> bad_words;  // wrong: right, or nothing where that is not known

  std::optional<std::vector<std::string>> exclude;
  std::optional<bool> force_exclude;
  std::optional<bool> respect_ignore_files;
  std::optional<std::string> format;
  std::optional<std::string> baseline;
  std::optional<std::string> decisions;
  std::optional<bool> cache;
  std::optional<std::string> cache_dir;
  std::optional<std::size_t> jobs;
  std::optional<bool> exit_zero;

  std::optional<double> quality_ratio;
  std::optional<double> name_ratio;
  std::optional<double> convention_share;
};

using ConfigMember = std::variant<std::optional<std::string> Config::*, std::optional<double> Config::*,
                                  std::optional<std::size_t> Config::*, std::optional<bool> Config::*,
                                  std::optional<std::vector<std::string>> Config::*, std::optional<TextLists> Config::*,
                                  std::optional<Texts> Config::*>;

struct ConfigKey {
  std::string_view section;  // empty: the top of the file
  std::string_view name;     // empty: the section itself is the value
  ConfigMember member;
  std::string_view default_value;  // as TOML
  std::string_view summary;
  bool holds_rules = false;
  double least = 0, most = 1;  // of numbers
};

// Sorted as a file would have them.
std::span<const ConfigKey> config_keys();

// "rules.select", "lang", "per-file-ignores".
std::string dotted_name(const ConfigKey& key);

// Errors: kUsage, with the line in the subject (an unknown key, section or rule; a value of the wrong kind; no TOML).
Result<Config> parse_config(std::string_view text, const std::filesystem::path& file);
// Errors: those of parse_config, kMissing, kUnreadable.
Result<Config> read_config(const std::filesystem::path& file);

// emend.toml or .emend.toml in `folder` or the nearest folder above it; nothing where there is none.
std::optional<std::filesystem::path> find_config(const std::filesystem::path& folder);

// The config as a file that says the same, defaults told as comments.
std::string config_as_toml(const Config& config);

// JSON Schema (draft 7) of the file, for editors.
std::string config_schema();

}  // namespace emend::check
