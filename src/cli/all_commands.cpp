#include "cli/command.h"

namespace emend::cli {

#define EMEND_COMMAND(name) std::unique_ptr<Command> make_##name##_command();
#include "cli/command_list.def"
#undef EMEND_COMMAND

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
#define EMEND_COMMAND(name) commands.push_back(make_##name##_command());
#include "cli/command_list.def"
#undef EMEND_COMMAND
  return commands;
}

}  // namespace emend::cli
