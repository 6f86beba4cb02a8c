// The keys of emend.toml: one line each, and everything that is told about them.
#include <array>

#include "check/config.h"

namespace emend::check {
namespace {

using C = Config;

constexpr double kMostJobs = 1024;

const std::array<ConfigKey, 25> kConfigKeys = {{
    {"", "lang", &C::languages, "\"eng\"", "Languages as Tesseract names them, joined by +"},
    {"", "min-confidence", &C::min_confidence, "0.0", "Less probable changes are left open"},
    {"", "unsafe-fixes", &C::unsafe_fixes, "false", "Apply what is only proposed, too"},
    {"", "join-hyphens", &C::join_hyphens, "false", "Join words that a line's end breaks in texts, too"},
    {"rules", "select", &C::select, "[]", "Only these rules; empty for all", true},
    {"rules", "ignore", &C::ignore, "[]", "Not these rules", true},
    {"rules", "extend-safe", &C::extend_safe, "[]", "Rules whose proposals count as safe", true},
    {"rules", "extend-unsafe", &C::extend_unsafe, "[]", "Rules whose changes are only proposed", true},
    {"per-file-ignores", "", &C::per_file_ignores, "{}", "Rules that are not told of files that match a pattern", true},
    {"words", "lists", &C::word_lists, "[]", "Files of words, relative to this file"},
    {"words", "good", &C::good_words, "[]", "Words, whatever a dictionary says"},
    {"words", "bad", &C::bad_words, "{}", "What is no word, and what is meant: tbe = \"the\"; \"\" where that is open"},
    {"check", "exclude", &C::exclude, "[]", "Patterns of files and folders to pass over, as in .gitignore"},
    {"check", "force-exclude", &C::force_exclude, "false", "Pass over excluded files even where they are named"},
    {"check", "respect-ignore-files", &C::respect_ignore_files, "true",
     "Pass over what .gitignore and .emendignore name"},
    {"check", "format", &C::format, "\"text\"", "How findings are told; see emend check --help"},
    {"check", "baseline", &C::baseline, "\"\"", "A file of findings that are known, relative to this file"},
    {"check", "decisions", &C::decisions, "\"\"", "A file of decisions about findings, relative to this file"},
    {"check", "cache", &C::cache, "true", "Remember what unchanged files had"},
    {"check", "cache-dir", &C::cache_dir, "\"\"", "Where that is remembered, relative to this file"},
    {"check", "jobs", &C::jobs, "0", "Threads; 0 for one per core", false, 0, kMostJobs},
    {"check", "exit-zero", &C::exit_zero, "false", "Exit with 0 even where there are findings"},
    {"thresholds", "quality-ratio", &C::quality_ratio, "4.0",
     "How many times the error of its neighbours makes a file stand out", false, 1, 1000},
    {"thresholds", "name-ratio", &C::name_ratio, "8.0",
     "How many times commoner a name must be than its other spelling", false, 1, 1e6},
    {"thresholds", "convention-share", &C::convention_share, "0.9",
     "Share of the files that makes a habit a convention", false, 0.5, 1},
}};

}  // namespace

std::span<const ConfigKey> config_keys() { return kConfigKeys; }

}  // namespace emend::check
