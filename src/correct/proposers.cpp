#include "correct/proposers.h"

#include <algorithm>
#include <span>

namespace emend::correct {

#define EMEND_SOURCE(folder, source_name) std::span<const RuleInfo> source_name##_info();
#include "correct/source_list.def"
#undef EMEND_SOURCE

std::vector<RuleInfo> all_sources() {
  std::vector<RuleInfo> infos;
  const auto add = [&](std::span<const RuleInfo> source) { infos.insert(infos.end(), source.begin(), source.end()); };
#define EMEND_SOURCE(folder, source_name) add(source_name##_info());
#include "correct/source_list.def"
#undef EMEND_SOURCE
  return infos;
}

std::vector<RuleInfo> all_proposers() {
  std::vector<RuleInfo> infos;
  for (const auto& rule : all_rules()) infos.push_back(rule->info());
  const std::vector<RuleInfo> sources = all_sources();
  infos.insert(infos.end(), sources.begin(), sources.end());
  // A source may join a group of rules.
  std::vector<RuleInfo> grouped;
  for (const RuleInfo& info : infos) {
    const auto last = std::find_if(grouped.rbegin(), grouped.rend(),
                                   [&](const RuleInfo& before) { return before.group == info.group; });
    grouped.insert(last == grouped.rend() ? grouped.end() : last.base(), info);
  }
  return grouped;
}

std::optional<RuleInfo> find_proposer(std::string_view id) {
  for (const RuleInfo& info : all_proposers())
    if (info.id == id) return info;
  return std::nullopt;
}

}  // namespace emend::correct
