// An evaluation as one JSON object; rates are shares, not percentages. Described in docs/formats/evaluation.md.
#pragma once

#include "base/json.h"
#include "cli/eval_run.h"

namespace emend::cli {

Json evaluation_json(const Evaluation& evaluation);

}  // namespace emend::cli
