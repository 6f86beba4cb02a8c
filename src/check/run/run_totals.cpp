#include "check/run/run_totals.h"

#include <algorithm>

namespace emend::check {

void RunTotals::add(const FileReport& report) {
  if (!report.is_of_corpus) ++(report.has_failed ? failed : files);
  words += report.words;
  applied += report.applied;
  ignored.by_mark += report.ignored.by_mark;
  ignored.by_decision += report.ignored.by_decision;
  ignored.by_baseline += report.ignored.by_baseline;
  ignored.by_config += report.ignored.by_config;
  findings += report.findings.size();
  for (const Finding& finding : report.findings) {
    if (finding.has_fix) ++proposed;
    if (finding.has_fix && finding.is_safe) ++safe;
    ++by_rule[finding.rule];
  }
  if (!report.findings.empty()) by_file[report.name] += report.findings.size();
}

void RunTotals::add_setup_error(const Error& error) {
  const bool is_known = std::any_of(setup_errors.begin(), setup_errors.end(), [&](const Error& known) {
    return known.subject == error.subject && known.what == error.what;
  });
  if (!is_known) setup_errors.push_back(error);
}

}  // namespace emend::check
