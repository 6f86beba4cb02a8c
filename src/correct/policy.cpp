#include "correct/policy.h"

#include "edit/anchor.h"

namespace emend::correct {
namespace {

edit::Verdict verdict_of_policy(const edit::Edit& edit, const PolicyOptions& options) {
  const bool is_allowed = edit.applicability == edit::Applicability::kAutomatic || options.unsafe_fixes;
  return is_allowed && edit.probability >= options.min_confidence ? edit::Verdict::kAccepted : edit::Verdict::kOpen;
}

}  // namespace

edit::DecidedEdits decide(std::string_view raw_text, std::vector<edit::Edit> edits, const RecordedDecisions& recorded,
                          const PolicyOptions& options) {
  for (edit::Edit& edit : edits) {
    if (options.safe_rules.contains(edit.rule)) edit.applicability = edit::Applicability::kAutomatic;
    if (options.unsafe_rules.contains(edit.rule)) edit.applicability = edit::Applicability::kProposed;
  }
  const std::vector<std::string> keys = edit::anchor_keys(raw_text, edits);
  edit::DecidedEdits decided;
  decided.reserve(edits.size());
  for (std::size_t i = 0; i < edits.size(); ++i) {
    edit::Decision decision;
    const auto found = recorded.find(keys[i]);
    if (found != recorded.end() && found->second.verdict != edit::Verdict::kOpen)
      decision = found->second;
    else
      decision.verdict = verdict_of_policy(edits[i], options);
    decision.key = keys[i];
    decided.push_back({std::move(edits[i]), std::move(decision)});
  }
  return decided;
}

}  // namespace emend::correct
