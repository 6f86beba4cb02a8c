// Completions for shells, made from the tables that --help is printed from.
#pragma once

#include <string>
#include <vector>

#include "cli/flag_table.h"

namespace emend::cli {

std::string bash_completion(const std::vector<CommandRow>& commands, const std::vector<std::string>& rules);
std::string zsh_completion(const std::vector<CommandRow>& commands, const std::vector<std::string>& rules);
std::string fish_completion(const std::vector<CommandRow>& commands, const std::vector<std::string>& rules);

}  // namespace emend::cli
