// Runs the built program as a user would: real arguments, real files, real exit code.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace emend::testing {

struct Finished {
  int exit_code = -1;  // 128 + signal where a signal ended it
  std::string out;
  std::string err;
  long peak_memory_kb = 0;  // most that was in memory at once
};

// `input` is given on standard input. The program sees an empty HOME, so no word list of the developer's takes part.
Finished run_emend(const std::vector<std::string>& arguments, const std::string& input = {},
                   const std::filesystem::path& working_folder = {});

}  // namespace emend::testing
