// Every id that a finding may have: the proposers of `correct`, and what only a check of a corpus can find.
//
// Help, --select and --ignore, the pages of docs/rules, SARIF and the schema of emend.toml read this list. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "correct/rule.h"

namespace emend::check {

// The ids of findings that are not edits of one text. They have no fix that could be applied, but for kMojibake and
// kListedWord.
inline constexpr std::string_view kListedWord = "listed-word";
inline constexpr std::string_view kUnknownWord = "unknown-word";
inline constexpr std::string_view kMojibake = "mojibake";
inline constexpr std::string_view kNameSpelling = "name-in-two-spellings";
inline constexpr std::string_view kConvention = "changed-convention";
inline constexpr std::string_view kMissingPage = "missing-page";
inline constexpr std::string_view kQuality = "quality-outlier";
inline constexpr std::string_view kUnreviewed = "unreviewed-change";

std::span<const correct::RuleInfo> corpus_rules();

// The proposers first, then the rules of a corpus.
std::vector<correct::RuleInfo> all_rule_infos();

std::optional<correct::RuleInfo> find_rule(std::string_view id);
// The id that is spelled most like `id`; for messages.
std::string nearest_rule(std::string_view id);

}  // namespace emend::check
