// A command of the program: its flags and what it does.
//
// One file each, <name>_command.cpp, and one line each in command_list.def. Help texts and docs/commands.md are printed
// from what a command declares here.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_code.h"

namespace emend::cli {

struct CommandInfo {
  std::string_view name;
  std::string_view summary;  // one line, an imperative
  std::string_view details;  // a few sentences and examples, for --help
};

class Command {
 public:
  virtual ~Command() = default;
  virtual const CommandInfo& info() const = 0;
  // Adds its flags; the values are bound to members.
  virtual void declare(Parser& parser) = 0;
  virtual ExitCode run(Console& console) = 0;
};

// Every command of command_list.def, in its order.
std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace emend::cli
