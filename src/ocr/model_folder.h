// What a tessdata folder holds, checked before Tesseract sees it: it prints, guesses or aborts where we want an error.
//
// Used by the Tesseract adapter. Safe to use from several threads.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::ocr {

// "eng+fra" gives eng and fra. Error: kUsage (empty, or a name with anything but letters, digits, "_" and "-":
// a name becomes part of a path).
Result<std::vector<std::string>> language_names(std::string_view joined);

// The languages of a folder, sorted; without the models that are none (orientation, equations).
std::vector<std::string> languages_in(const std::filesystem::path& folder);

// Whether every language is there and has an LSTM model. Errors: kMissing (folder or language), kUnreadable.
Status check_models(const std::filesystem::path& folder, const std::vector<std::string>& languages);

}  // namespace emend::ocr
