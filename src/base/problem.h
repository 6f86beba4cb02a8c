// Something that went wrong, or nearly, beside a result that is still good for the rest.
//
// A page that fails does not fail its document; a document that fails does not fail the batch.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace emend {

enum class Severity {
  kNote,     // worth knowing: an encoding was guessed, a step was skipped
  kWarning,  // the result may be poorer: resolution unknown
  kFailure,  // this page or input gave no result
};

struct Problem {
  Severity severity = Severity::kWarning;
  Error error;
  int page = 0;  // 1-based page number; 0 means the whole input
};

using Problems = std::vector<Problem>;

}  // namespace emend
