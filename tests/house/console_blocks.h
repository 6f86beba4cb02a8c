// Examples in a Markdown page that can be run.
//
//   ```console
//   $ printf 'one | two\n' | emend fix --quiet
//   one I two
//   $ emend rules | head -n 1
//   ...
//   ```
//
// A line that starts with "$ " is a command for bash, with the program in its PATH. The lines up to the next one are
// what it writes to standard output and standard error together; "..." stands for any lines. Every command must end
// well: where another exit code is meant, the example says so with `; echo "exit code $?"`. All blocks of a page run
// one after the other in one empty folder, where `samples` is the folder of the repository. Blocks of other kinds
// (```sh) are not run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace emend::house {

struct Example {
  std::size_t line = 0;  // of the page, from 1
  std::string command;
  std::vector<std::string> output;  // as the page shows it
};

std::vector<Example> examples_of(std::string_view page);

// Whether lines match what the page shows, "..." standing for any number of lines.
bool matches(const std::vector<std::string>& shown, const std::vector<std::string>& lines);

}  // namespace emend::house
