// The command line parser as commands see it. The only file that names CLI11.
#pragma once

#include <map>
#include <string>

// CLI11 2.1 carries a shadowed name of its own.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#include <CLI/CLI.hpp>
#pragma GCC diagnostic pop

namespace emend::cli {

using Parser = CLI::App;

// Whether the command line names the option; one that the command does not have is null.
inline bool was_given(const CLI::Option* option) { return option != nullptr && option->count() > 0; }

// A value of an option by its name; help shows "auto|always|never" instead of numbers.
template <typename T>
CLI::CheckedTransformer one_of(const std::map<std::string, T>& names) {
  std::string shown;
  for (const auto& [name, value] : names) shown += (shown.empty() ? "" : "|") + name;
  CLI::CheckedTransformer transformer(names);
  transformer.description(shown);
  return transformer;
}

}  // namespace emend::cli
