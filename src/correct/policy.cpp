#include "correct/policy.h"

#include <algorithm>
#include <iterator>

#include "correct/doubt/notation.h"
#include "correct/proposers.h"
#include "edit/anchor.h"
#include "edit/apply.h"

namespace emend::correct {
namespace {

edit::Verdict verdict_of_policy(const edit::Edit& edit, const PolicyOptions& options) {
  for (const std::string& rule : options.undone_rules)
    if (holds_rule(edit, rule)) return edit::Verdict::kRejected;
  if (edit.rule != kTypistsError && holds_rule(edit, kTypistsError)) return edit::Verdict::kOpen;
  const bool is_allowed = edit.applicability == edit::Applicability::kAutomatic || options.unsafe_fixes;
  return is_allowed && edit.probability >= options.min_confidence ? edit::Verdict::kAccepted : edit::Verdict::kOpen;
}

}  // namespace

bool holds_rule(const edit::Edit& edit, std::string_view rule) {
  return edit.rule == rule || std::any_of(edit.evidence.begin(), edit.evidence.end(),
                                          [&](const edit::Evidence& evidence) { return evidence.source == rule; });
}

bool holds_other_rules(const edit::Edit& edit, std::string_view rule) {
  if (edit.rule != rule) return true;
  return std::any_of(edit.evidence.begin(), edit.evidence.end(), [&](const edit::Evidence& evidence) {
    return evidence.source != rule && find_proposer(evidence.source).has_value();
  });
}

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

edit::DecidedEdits with_marks(std::string_view raw_text, edit::DecidedEdits decided, std::vector<edit::Edit> marks,
                              const RecordedDecisions& recorded) {
  edit::sort_by_place(marks);
  edit::DecidedEdits added = decide(raw_text, std::move(marks), recorded, {});
  decided.insert(decided.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  std::stable_sort(decided.begin(), decided.end(),
                   [](const edit::DecidedEdit& a, const edit::DecidedEdit& b) { return a.edit.span < b.edit.span; });
  return decided;
}

}  // namespace emend::correct
