#include "train/marks/mark_examples.h"

#include <algorithm>
#include <cmath>

#include "correct/arbiter.h"
#include "correct/rule_input.h"
#include "edit/apply.h"
#include "measure/edit_effects.h"

namespace emend::train {
namespace {

constexpr std::size_t kCount = correct::kMarkFeatureNames.size();
constexpr int kMostIterations = 40;
constexpr double kRidge = 1.0;

double product(const correct::MarkFeatureValues& a, const correct::MarkFeatureValues& b) {
  double sum = 0;
  for (std::size_t i = 0; i < kCount; ++i) sum += a[i] * b[i];
  return sum;
}

// The weights for the examples of one id.
correct::MarkFeatureValues fitted_weights(const std::vector<MarkExample>& examples, correct::MarkRepairId id) {
  correct::MarkFeatureValues weights{};
  for (int iteration = 0; iteration < kMostIterations; ++iteration) {
    std::array<std::array<double, kCount + 1>, kCount> system{};  // Hessian | gradient
    for (const MarkExample& example : examples) {
      if (example.id != id) continue;
      const double p = 1 / (1 + std::exp(-product(weights, example.features)));
      const double error = (example.is_right ? 1 : 0) - p;
      const double weight = std::max(p * (1 - p), 1e-6);
      for (std::size_t i = 0; i < kCount; ++i) {
        for (std::size_t j = 0; j < kCount; ++j) system[i][j] += weight * example.features[i] * example.features[j];
        system[i][kCount] += error * example.features[i];
      }
    }
    for (std::size_t i = 0; i < kCount; ++i) {
      system[i][i] += kRidge;
      system[i][kCount] -= kRidge * weights[i];
    }
    // Gauss and Jordan; the ridge keeps the matrix positive definite, so no pivots are looked for.
    for (std::size_t i = 0; i < kCount; ++i) {
      const double pivot = system[i][i];
      for (double& entry : system[i]) entry /= pivot;
      for (std::size_t row = 0; row < kCount; ++row) {
        if (row == i) continue;
        const double factor = system[row][i];
        for (std::size_t column = i; column <= kCount; ++column) system[row][column] -= factor * system[i][column];
      }
    }
    double largest = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
      weights[i] += system[i][kCount];
      largest = std::max(largest, std::abs(system[i][kCount]));
    }
    if (largest < 1e-6) break;
  }
  return weights;
}

}  // namespace

Status add_examples(const TextPair& pair, const correct::MarkRepair& repair, const lexicon::Lexicon& lexicon,
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
