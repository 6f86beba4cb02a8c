// Man pages, made from the tables that --help is printed from. The format: man(7).
#pragma once

#include <string>
#include <vector>

#include "cli/flag_table.h"

namespace emend::cli {

// emend(1).
std::string man_page_of_program(const std::vector<CommandRow>& commands);
// emend-<name>(1).
std::string man_page_of(const CommandRow& command);

}  // namespace emend::cli
