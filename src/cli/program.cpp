#include "cli/program.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <ostream>
#include <sstream>

#include "base/version.h"
#include "cli/command.h"
#include "cli/common_flags.h"
#include "text/nearest.h"

namespace emend::cli {
namespace {

constexpr std::string_view kDescription =
    "Restores typewritten and early printed documents: scans or bad OCR text in, clean text and an account of every "
    "change out.";

constexpr std::string_view kFooter =
    "Exit codes: 0 done, nothing open; 1 findings (check, fix --diff); 2 wrong use, bad configuration, missing model "
    "or "
    "dictionary; 3 finished, but some inputs or pages failed; 130 interrupted.";

ExitCode run_guarded(Command& command, Console& console) {
  try {
    return command.run(console);
  } catch (const std::bad_alloc&) {
    console.complain(
        {ErrorKind::kTooLarge, "", "there is not enough memory for this", "give fewer inputs or fewer jobs at once"});
  } catch (const std::exception& surprise) {
    console.complain({ErrorKind::kInternal, "", std::string("this should not have happened: ") + surprise.what(),
                      "please report it with the command and the input"});
  }
  return ExitCode::kPartly;
}

// Nothing for a line that begins with a command or a flag.
std::optional<Error> misspelt_command(const std::vector<std::string>& arguments,
                                      const std::vector<std::unique_ptr<Command>>& commands) {
  if (arguments.empty() || arguments.front().starts_with('-')) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& command : commands) names.emplace_back(command->info().name);
  if (std::find(names.begin(), names.end(), arguments.front()) != names.end()) return std::nullopt;
  return Error{ErrorKind::kUsage, arguments.front(), "is not a command",
               "did you mean emend " + text::nearest(arguments.front(), names) + "? emend --help lists them all"};
}

}  // namespace

ExitCode run_program(std::vector<std::string> arguments, Console& console) {
  Parser parser{std::string(kDescription), "emend"};
  parser.set_version_flag("--version", std::string("emend ") + kVersion);
  parser.require_subcommand(1);
  parser.footer(std::string(kFooter));
  parser.get_formatter()->column_width(34);

  CommonFlags flags;
  const auto commands = all_commands();
  std::vector<Parser*> parsers;
  for (const auto& command : commands) {
    Parser* sub = parser.add_subcommand(std::string(command->info().name), std::string(command->info().summary));
    sub->footer(std::string(command->info().details));
    command->declare(*sub);
    flags.declare(*sub);
    parsers.push_back(sub);
  }
  parser.get_subcommand("docs")->group("");  // for developers; not in the list

  if (arguments.empty()) {
    console.say(parser.help());
    return ExitCode::kUsage;
  }
  if (const auto misspelt = misspelt_command(arguments, commands)) {
    console.complain(*misspelt);
    return ExitCode::kUsage;
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    parser.parse(arguments);
  } catch (const CLI::ParseError& problem) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = parser.exit(problem, out, err);
    console.out() << out.str();
    if (code == 0) return ExitCode::kDone;
    const auto* chosen = parser.get_subcommands().empty() ? nullptr : parser.get_subcommands().front();
    const std::string whom = chosen == nullptr ? "emend" : "emend " + chosen->get_name();
    console.complain({ErrorKind::kUsage, "", problem.what(), "see " + whom + " --help"});
    return ExitCode::kUsage;
  }

  console.set_quiet(flags.quiet);
  console.set_verbose(flags.verbose);
  console.set_color(flags.color);
  for (std::size_t i = 0; i < commands.size(); ++i)
    if (parsers[i]->parsed()) return run_guarded(*commands[i], console);
  return ExitCode::kUsage;
}

}  // namespace emend::cli
