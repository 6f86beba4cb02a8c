// Everything that proposes edits, described: the rules of rule_list.def and the ids of the sources of source_list.def.
//
// One shape of description for all, RuleInfo, and one list of all. Help, the pages of docs/rules, the legend of
// report.html and the check of --select and --ignore are made from it. Pure; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "correct/rule.h"

namespace emend::correct {

// The rules first, then the sources; a group's members stand together. The order decides nothing.
std::vector<RuleInfo> all_proposers();

// The ids of the sources only: "misread-word".
std::vector<RuleInfo> all_sources();

std::optional<RuleInfo> find_proposer(std::string_view id);

}  // namespace emend::correct
