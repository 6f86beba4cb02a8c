#include "check/apply_config.h"

#include "check/rule_names.h"

namespace emend::check {
namespace {

// The words of the config as a word list; a word that is no line of one makes no line.
std::string word_list(const Config& config) {
  std::string list;
  const auto is_line = [](const std::string& word) {
    return !word.empty() && word.find_first_of("\n\r") == std::string::npos;
  };
  if (config.good_words)
    for (const std::string& word : *config.good_words)
      if (is_line(word)) list += word + "\n";
  if (config.bad_words)
    for (const auto& [wrong, right] : *config.bad_words)
      if (is_line(wrong)) list += right.empty() ? "!" + wrong + "\n" : wrong + " -> " + right + "\n";
  return list;
}

}  // namespace

void apply_config(const Config& config, pipeline::Settings& settings) {
  if (config.languages) settings.languages = *config.languages;
  if (config.min_confidence) settings.policy.min_confidence = *config.min_confidence;
  if (config.unsafe_fixes) settings.policy.unsafe_fixes = *config.unsafe_fixes;
  if (config.join_hyphens) settings.joins_hyphens = *config.join_hyphens;
  if (config.select) settings.selected_rules.insert(config.select->begin(), config.select->end());
  if (config.ignore) settings.ignored_rules.insert(config.ignore->begin(), config.ignore->end());
  if (config.extend_safe) settings.policy.safe_rules.insert(config.extend_safe->begin(), config.extend_safe->end());
  if (config.extend_unsafe)
    settings.policy.unsafe_rules.insert(config.extend_unsafe->begin(), config.extend_unsafe->end());
  for (const correct::RuleInfo& info : corpus_rules()) settings.rules_of_others.emplace(info.id);
  if (config.word_lists)
    for (const std::string& list : *config.word_lists) settings.word_lists.push_back(config.folder / list);
  settings.own_words += word_list(config);
}

}  // namespace emend::check
