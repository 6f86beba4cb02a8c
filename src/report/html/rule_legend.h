// What each rule that took part is for, and how often it did.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "correct/rule.h"
#include "report/html/bands.h"
#include "store/change_file.h"

namespace emend::report::html {

struct LegendRule {
  std::string id;
  std::optional<correct::RuleInfo> info;  // nothing for an id of another version of emend
  Totals totals;
};

// Built once per report. `rules` describe their changes; the sources of correct/proposers.h are known.
class RuleLegend {
 public:
  RuleLegend(const std::vector<store::ChangeRecord>& records, const correct::RuleSet& rules);

  // The most frequent first.
  const std::vector<LegendRule>& rules() const { return rules_; }
  const LegendRule& rule(const std::string& id) const { return rules_[places_.at(id)]; }
  // "rule-3"; the id itself may hold anything.
  std::string anchor(const std::string& id) const { return "rule-" + std::to_string(places_.at(id) + 1); }

  std::string html() const;

 private:
  std::vector<LegendRule> rules_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace emend::report::html
