// What a command's parser knows of its flags, as plain rows: man pages and completions are made from them, so they say
// what --help says.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"

namespace emend::cli {

struct FlagRow {
  std::vector<std::string> names;    // "-j", "--jobs"; empty for a positional
  std::string positional;            // "path"
  std::string value;                 // "FILE"; empty where it takes none
  std::vector<std::string> choices;  // of the value; empty where anything goes
  std::string summary;
  bool takes_rules = false;
  bool takes_files = false;

  bool is_positional() const { return names.empty(); }
};

// In the order of --help; hidden ones left out.
std::vector<FlagRow> flag_rows(const Parser& parser);

struct CommandRow {
  std::string name;
  std::string summary;
  std::string details;
  std::vector<FlagRow> flags;
};

// Every command that users see.
std::vector<CommandRow> command_rows();

}  // namespace emend::cli
