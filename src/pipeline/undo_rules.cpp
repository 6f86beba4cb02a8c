#include "pipeline/undo_rules.h"

#include "correct/policy.h"
#include "pipeline/decide_again.h"
#include "store/decision_file.h"

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

// How such a decision names who made it: "M. Ferro, --undo line-end-hyphen". By this it is known again.
constexpr std::string_view kUndo = ", --undo ";

bool is_undo_of(const edit::Decision& decision, const std::set<std::string>& rules) {
  const std::size_t at = decision.by.rfind(kUndo);
  return at != std::string::npos && rules.contains(decision.by.substr(at + kUndo.size()));
}

// The first of the rules whose work the change holds.
std::string rule_among(const edit::Edit& edit, const std::set<std::string>& rules) {
  if (rules.contains(edit.rule)) return edit.rule;
  for (const std::string& rule : rules)
    if (correct::holds_rule(edit, rule)) return rule;
  return {};
}

// Asks `decide` for the new decision on every change, appends what it gives, and makes the files anew.
template <typename Decide>
Result<UndoneRules> decide_all(const fs::path& folder, const UndoRequest& request, const Writers& writers,
                               const correct::RuleSet& rules, const Decide& decide) {
  const auto stored = load_result(folder);
  if (!stored) return fail(stored.error());
  const auto recorded = store::read_decisions(folder / kDecisionsName);
  if (!recorded) return fail(recorded.error());

  UndoneRules undone;
  for (const store::ChangeRecord& record : stored->records) {
    const std::string rule = rule_among(record.change.edit, request.rules);
    if (rule.empty()) continue;
    edit::Decision decision;
    decision.key = record.change.decision.key;
    decision.when = request.when;
    if (!decide(record.change, rule, *recorded, decision)) continue;
    if (Status written = store::append_decision(folder / kDecisionsName, decision); !written)
      return fail(written.error());
    ++undone.changes;
    if (correct::holds_other_rules(record.change.edit, rule)) ++undone.with_others;
  }
  auto outcome = decide_again(folder, writers, rules);
  if (!outcome) return fail(outcome.error());
  undone.outcome = std::move(*outcome);
  return undone;
}

}  // namespace

Result<UndoneRules> undo_rules(const fs::path& folder, const UndoRequest& request, const Writers& writers,
                               const correct::RuleSet& rules) {
  return decide_all(
      folder, request, writers, rules,
      [&](const edit::DecidedEdit& change, const std::string& rule, const store::Decisions&, edit::Decision& decision) {
        decision.verdict = edit::Verdict::kRejected;
        decision.by = request.by + std::string(kUndo) + rule;
        return change.is_accepted();
      });
}

Result<UndoneRules> redo_rules(const fs::path& folder, const UndoRequest& request, const Writers& writers,
                               const correct::RuleSet& rules) {
  return decide_all(folder, request, writers, rules,
                    [&](const edit::DecidedEdit& change, const std::string&, const store::Decisions& recorded,
                        edit::Decision& decision) {
                      decision.verdict = edit::Verdict::kOpen;
                      decision.by = request.by;
                      const auto found = recorded.find(change.decision.key);
                      return found != recorded.end() && is_undo_of(found->second, request.rules);
                    });
}

}  // namespace emend::pipeline
