// The whole program behind main(): picks the command, parses its flags, runs it.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"

namespace emend::cli {

// `arguments` without the program's name.
ExitCode run_program(std::vector<std::string> arguments, Console& console);

}  // namespace emend::cli
