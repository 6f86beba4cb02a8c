// A card for every change: in context, with its rule, reason, probability, evidence and piece of the scan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/crops.h"
#include "report/html/rule_legend.h"
#include "store/change_file.h"

namespace emend::report::html {

// List items with the ids "c1", "c2", ... in the order of the records.
std::string cards(std::string_view raw, const std::vector<store::ChangeRecord>& records, const RuleLegend& legend,
                  const Crops& crops);

}  // namespace emend::report::html
