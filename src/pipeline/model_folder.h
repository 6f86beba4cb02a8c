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

}  // namespace emend::pipeline
