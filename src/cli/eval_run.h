// What emend eval finds out about its documents, before it is written down as text, JSON or HTML.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/eval_inputs.h"
#include "measure/compare.h"
#include "measure/edit_effects.h"
#include "measure/structure.h"
#include "measure/summary.h"
#include "measure/view.h"

namespace emend::cli {

struct EvalOptions {
  std::vector<measure::View> views;  // at least one
  bool joins_hyphens = false;
  std::size_t jobs = 0;  // 0 for one per core

  // The view in which confusions and edits are looked at: the first.
  measure::ViewOptions main_view() const { return {views.front(), joins_hyphens}; }
};

// How many applied edits brought the text nearer to the truth, and how many did not.
struct EffectCounts {
  std::size_t nearer = 0;
  std::size_t same = 0;
  std::size_t farther = 0;

  void add(measure::Effect effect);
  // Of those that made a difference; nothing where none did.
  std::optional<double> precision() const;
};

struct DocumentEvaluation {
  std::string name;
  std::vector<measure::Figures> figures;  // one per view
  measure::ConfusionTable confusions_before;
  measure::ConfusionTable confusions;
  std::map<std::string, EffectCounts> by_rule;
  std::map<std::string, EffectCounts> by_source;  // sources that spoke for the edit, by the weight of their evidence
  measure::Structure structure;
  std::optional<Error> edits_problem;  // why the edits could not be judged
};

struct Evaluation {
  EvalOptions options;
  bool has_before = false;
  std::vector<DocumentEvaluation> documents;  // in the order of the inputs, without the failed ones
  std::vector<Error> problems;                // one per failed document
  std::vector<measure::Summary> summaries;    // one per view
  measure::ConfusionTable confusions_before;  // over all documents, as the next three
  measure::ConfusionTable confusions;
  std::map<std::string, EffectCounts> by_rule;
  std::map<std::string, EffectCounts> by_source;
  measure::Structure structure;  // over all documents
};

Evaluation evaluate(const EvalInputs& inputs, const EvalOptions& options);

}  // namespace emend::cli
