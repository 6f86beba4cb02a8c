// Where emend's own models are: the language model, the confusions, the calibration.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace emend::pipeline {

// The first of these that is a folder: `wanted` (the user's word, --models-dir), the environment variable EMEND_MODELS,
// ../share/emend/models and ../models beside the program, the checkout that it was built from. What the user named is
// taken or refused, never passed over. Error: kMissing.
Result<std::filesystem::path> find_model_folder(const std::string& wanted);

// A fingerprint of what the folder's files are called and hold, but for its pages for people (*.md). Reads them all,
// some milliseconds. Errors: kMissing, kUnreadable.
Result<std::string> fingerprint_of_models(const std::filesystem::path& folder);

}  // namespace emend::pipeline
