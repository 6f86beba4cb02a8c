// emend check PATH...: finds what is not clean; changes nothing unless asked to.
#include <ostream>

#include <fmt/format.h>

#include "check/format.h"
#include "cli/check_flags.h"
#include "cli/check_session.h"
#include "cli/command.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {
    "check", "Find what is not clean in a corpus; for CI",
    "Checks texts, and words with boxes in hOCR, ALTO and PAGE, and says in one last line what was done. Files that "
    ".gitignore and .emendignore name are passed over. The exit code is 1 where there is a finding that the baseline "
    "does not know, 2 for a broken emend.toml or baseline, 3 where a file could not be checked.\n\n"
    "  emend check corpus/\n"
    "  emend check --fix --diff corpus/\n"
    "  emend check --format sarif --output-file emend.sarif corpus/\n"
    "  emend check --baseline emend-baseline.json --write-baseline corpus/\n"
    "  git diff --name-only -z | emend check --file-list -"};

class CheckCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    flags_.declare(parser);
    settings_.declare_for_text(parser);
  }

  ExitCode run(Console& console) override { return CheckSession(flags_, settings_, console).run(); }

 private:
  CheckFlags flags_;
  SettingsFlags settings_;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace emend::cli
