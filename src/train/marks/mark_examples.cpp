#include "train/marks/mark_examples.h"

#include "correct/logistic_fit.h"
#include "correct/rule_input.h"
#include "edit/apply.h"
#include "measure/edit_effects.h"

namespace emend::train {
namespace {

// The weights for the examples of one id.
correct::MarkFeatureValues fitted_weights(const std::vector<MarkExample>& examples, correct::MarkRepairId id) {
  std::vector<correct::LogisticExample<correct::kMarkFeatureNames.size()>> of_id;
  for (const MarkExample& example : examples)
    if (example.id == id) of_id.push_back({example.features, example.is_right});
  return correct::fitted_logistic(of_id);
}

}  // namespace

Status add_examples(const MarkTextPair& pair, const correct::MarkRepair& repair, const lexicon::Lexicon& lexicon,
                    std::vector<MarkExample>& examples) {
  const correct::PreparedText prepared(pair.seen, lexicon);
  std::vector<correct::MarkCandidate> candidates = repair.candidates(prepared.input());
  edit::DecidedEdits decided;
  std::vector<const correct::MarkCandidate*> applied;
  std::size_t end = 0;
  for (const correct::MarkCandidate& candidate : candidates) {
    // A neighbour may want the same word.
    if (!decided.empty() && candidate.edit.span.begin < end) continue;
    end = candidate.edit.span.end + candidate.edit.span.is_empty();
    decided.push_back({candidate.edit, {}});
    decided.back().decision.verdict = edit::Verdict::kAccepted;
    applied.push_back(&candidate);
  }
  const edit::CleanText clean = edit::apply(pair.seen, decided);
  std::vector<measure::AppliedEdit> spans;
  for (const edit::AppliedSpan& span : clean.applied) spans.push_back({span.clean, decided[span.edit].edit.before});
  const auto effects = measure::edit_effects(pair.meant, clean.text, spans, {});
  if (!effects) return fail(effects.error());
  for (std::size_t i = 0; i < effects->size(); ++i)
    examples.push_back({applied[clean.applied[i].edit]->id, applied[clean.applied[i].edit]->features,
                        (*effects)[i] == measure::Effect::kNearer});
  return {};
}

correct::MarkCalibration fitted_calibration(const std::vector<MarkExample>& examples) {
  correct::MarkCalibration::Weights weights{};
  for (std::size_t id = 0; id < correct::kMarkRepairs; ++id)
    weights[id] = fitted_weights(examples, static_cast<correct::MarkRepairId>(id));
  return correct::MarkCalibration(weights);
}

}  // namespace emend::train
