#include "report/html/rule_legend.h"

#include <algorithm>

#include "correct/proposers.h"
#include "report/html/markup.h"
#include "text/visible.h"

namespace emend::report::html {

RuleLegend::RuleLegend(const std::vector<store::ChangeRecord>& records, const correct::RuleSet& rules) {
  std::map<std::string, LegendRule> found;
  for (const store::ChangeRecord& record : records) {
    LegendRule& rule = found[record.change.edit.rule];
    rule.id = record.change.edit.rule;
    rule.totals.count(record.change.decision.verdict);
  }
  std::vector<correct::RuleInfo> infos = correct::all_sources();
  for (const auto& rule : rules) infos.push_back(rule->info());
  for (const correct::RuleInfo& info : infos)
    if (const auto it = found.find(std::string(info.id)); it != found.end()) it->second.info = info;
  for (const auto& [id, rule] : found) rules_.push_back(rule);
  std::stable_sort(rules_.begin(), rules_.end(),
                   [](const LegendRule& a, const LegendRule& b) { return a.totals.all() > b.totals.all(); });
  for (std::size_t i = 0; i < rules_.size(); ++i) places_[rules_[i].id] = i;
}

std::string RuleLegend::html() const {
  std::string out;
  for (const LegendRule& rule : rules_) {
    out += "<article class=\"rule\" id=\"" + anchor(rule.id) + "\">\n<h3>" + text::html_escaped(rule.id) + "</h3>\n";
    if (rule.info) {
      out += "<p class=\"summary\">" + text::html_escaped(rule.info->summary) + "</p>\n";
      if (!rule.info->why.empty()) out += "<p>" + text::html_escaped(rule.info->why) + "</p>\n";
      if (!rule.info->example_before.empty() || !rule.info->example_after.empty())
        out += "<p class=\"example\"><span class=\"label\">For example</span> <del>" +
               text_html(rule.info->example_before, LineEnds::kSignOnly) + "</del><span class=\"to\">→</span><ins>" +
               text_html(rule.info->example_after, LineEnds::kSignOnly) + "</ins></p>\n";
    } else {
      out += "<p class=\"summary\">Not described by this version of emend</p>\n";
    }
    out += "<p class=\"tally\">" + counted(rule.totals.all(), "change", "changes") + ": " +
           with_commas(rule.totals.applied) + " applied, " + with_commas(rule.totals.open) + " proposed, " +
           with_commas(rule.totals.rejected) + " rejected</p>\n</article>\n";
  }
  return out;
}

}  // namespace emend::report::html
