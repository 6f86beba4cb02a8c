// The story of one document, from the input to the files that account for every change.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "pipeline/input.h"
#include "pipeline/outcome.h"
#include "pipeline/run_control.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::pipeline {

// Restores one input into `folder`. Nothing appears there before everything is done; decisions.jsonl of an earlier
// review is kept and followed.
// Errors: those of the input (kMissing, kUnreadable, kTooLarge), kUnwritable, kInterrupted.
Result<Outcome> process_document(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                                 Workshop& workshop, const RunControl& control);

}  // namespace emend::pipeline
