#include "check/run/untold.h"

namespace emend::check {

Findings Untold::take_out(const FileWork& work, Findings& findings, IgnoredCounts& ignored) const {
  ignored.by_mark += std::erase_if(findings, [](const Finding& finding) { return finding.is_marked; });
  ignored.by_config += std::erase_if(
      findings, [&](const Finding& finding) { return work.profile->rules().ignores_in(work.path, finding.rule); });
  if (decisions_ != nullptr)
    ignored.by_decision += std::erase_if(findings, [&](Finding& finding) { return is_rejected(finding); });
  if (baseline_ == nullptr) return {};
  Findings all = findings;
  ignored.by_baseline += baseline_->remove_known(baseline_name(work), findings);
  return all;
}

// What a person said about a finding: no, or yes, perhaps with another text.
bool Untold::is_rejected(Finding& finding) const {
  const auto decision = decisions_->find(finding.key);
  if (decision == decisions_->end()) return false;
  if (decision->second.verdict == edit::Verdict::kAccepted) {
    finding.is_safe = true;
    if (decision->second.has_replacement) finding.after = decision->second.replacement;
  }
  return decision->second.verdict == edit::Verdict::kRejected;
}

std::string Untold::baseline_name(const FileWork& work) const {
  if (work.is_standard_input) return "-";
  std::error_code error;
  const auto whole = std::filesystem::absolute(work.path, error).lexically_normal();
  return whole.lexically_relative(folder_).generic_string();
}

}  // namespace emend::check
