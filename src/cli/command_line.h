// The command line parser as commands see it. The only file that names CLI11.
#pragma once

// CLI11 2.1 carries a shadowed name of its own.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#include <CLI/CLI.hpp>
#pragma GCC diagnostic pop

namespace emend::cli {

using Parser = CLI::App;

}  // namespace emend::cli
