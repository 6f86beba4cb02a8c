#include <unistd.h>

#include <clocale>
#include <iostream>

#include "cli/program.h"

int main(int argc, char** argv) {
  emend::cli::Console console(std::cout, std::cerr, ::isatty(STDOUT_FILENO) != 0, ::isatty(STDERR_FILENO) != 0);
  const auto code = emend::cli::run_program({argv + 1, argv + argc}, console);
  std::cout.flush();
  if (!std::cout) {
    console.complain(
        {emend::ErrorKind::kUnwritable, "standard output", "cannot be written", "check the disk and the pipe"});
    return static_cast<int>(emend::cli::ExitCode::kPartly);
  }
  return static_cast<int>(code);
}
