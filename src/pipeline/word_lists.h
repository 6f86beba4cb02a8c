// The word lists that hold for a document without being named: the user's, the project's and its own.
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/settings.h"

namespace emend::pipeline {

// Those that exist, from the widest to the narrowest:
//   world     $XDG_CONFIG_HOME/emend/words.txt (~/.config/emend/words.txt)
//   project   emend-words.txt in the document's folder or the nearest folder above it
//   document  NAME.words.txt beside the document
// None under --isolated.
std::vector<std::filesystem::path> found_word_lists(const std::filesystem::path& document, const Settings& settings);

}  // namespace emend::pipeline
