// What there is to restore: files named by the user, and the files in folders that the user named.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"

namespace emend::pipeline {

struct Input {
  std::filesystem::path path;
  std::filesystem::path name;  // where its results go, below the output folder; unique within a run
};

struct FoundInputs {
  std::vector<Input> inputs;                              // folders' files sorted by path
  std::vector<std::pair<std::string, Problem>> problems;  // path and what is wrong with it
};

// Folders are walked with their sub-folders; hidden files, files of other types and `output_folder` are passed over.
// A result is named after its file without the ending; with the ending where two inputs would share a name.
FoundInputs find_inputs(const std::vector<std::string>& paths, const std::filesystem::path& output_folder);

}  // namespace emend::pipeline
