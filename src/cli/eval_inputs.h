// Which files emend eval compares: as named, or paired by their names in folders.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"

namespace emend::cli {

struct EvalInput {
  std::string name;  // for reports: of the output, or what truth and output have in common
  std::filesystem::path truth;
  std::optional<std::filesystem::path> before;
  std::filesystem::path output;
};

struct EvalInputs {
  std::vector<EvalInput> documents;
  std::vector<Error> problems;  // truths that have no output, or no text before
  bool has_before = false;
};

// TRUTH OUTPUT, or TRUTH BEFORE OUTPUT, again and again. Error: kUsage, where the count is wrong.
Result<EvalInputs> named_inputs(const std::vector<std::string>& files, bool are_triples);

// NAME.gt.txt of the truth folder (every NAME.txt where it has no .gt.txt) with NAME/clean.txt, NAME.ocr/clean.txt,
// NAME.txt or NAME.ocr.txt of the output folder; the text before is looked for likewise, with raw.txt for clean.txt.
// An empty `before` means none. Errors: kMissing, kUsage (no folder, or nothing in it to pair).
Result<EvalInputs> paired_inputs(const std::string& truth, const std::string& output, const std::string& before);

}  // namespace emend::cli
