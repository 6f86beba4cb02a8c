#include "check/run/untold.h"

namespace emend::check {

Findings Untold::take_out(const FileWork& work, Findings& findings, IgnoredCounts& ignored) const {
  ignored.by_mark += std::erase_if(findings, [](const Finding& finding) { return finding.is_marked; });
  ignored.by_config += std::erase_if(
      findings, [&](const Finding& finding) { return work.profile->rules().ignores_in(work.path, finding.rule); });
  if (decisions_ != nullptr) {
    ignored.by_decision += std::erase_if(findings, [&](const Finding& finding) { return is_rejected(finding); });
    for (Finding& finding : findings) follow_decision(finding);
  }
  if (baseline_ == nullptr) return {};
  Findings all = findings;
  ignored.by_baseline += baseline_->remove_known(baseline_name(work), findings);
  return all;
}

bool Untold::is_rejected(const Finding& finding) const {
  const auto decision = decisions_->find(finding.key);
  return decision != decisions_->end() && decision->second.verdict == edit::Verdict::kRejected;
}

void Untold::follow_decision(Finding& finding) const {
  const auto decision = decisions_->find(finding.key);
  if (decision == decisions_->end() || decision->second.verdict != edit::Verdict::kAccepted) return;
  if (decision->second.has_replacement) {
    finding.after = decision->second.replacement;
    finding.has_fix = true;
  }
  finding.is_safe = finding.has_fix;
}

std::string Untold::baseline_name(const FileWork& work) const {
  if (work.is_standard_input) return "-";
  std::error_code error;
  const auto whole = std::filesystem::absolute(work.path, error).lexically_normal();
  return whole.lexically_relative(folder_).generic_string();
}

}  // namespace emend::check
