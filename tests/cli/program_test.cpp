// What holds for every command: help, versions, wrong use.
#include <gtest/gtest.h>

#include "cli/command.h"
#include "support/run_emend.h"

namespace emend::testing {
namespace {

TEST(Program, HelpGoesToStandardOutput) {
  const Finished finished = run_emend({"--help"});
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_NE(finished.out.find("restore"), std::string::npos);
  EXPECT_EQ(finished.err, "");
}

TEST(Program, EveryCommandHasHelpThatShowsAnExample) {
  for (const auto& command : cli::all_commands()) {
    const std::string name(command->info().name);
    const Finished finished = run_emend({name, "--help"});
    EXPECT_EQ(finished.exit_code, 0) << name;
    EXPECT_NE(finished.out.find("emend " + name), std::string::npos) << name;
  }
}

TEST(Program, TellsItsVersion) {
  const Finished finished = run_emend({"--version"});
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.out, "emend " EMEND_VERSION "\n");
}

TEST(Program, WrongUseIsExitCode2AndSaysWhereToLook) {
  const std::vector<std::vector<std::string>> cases = {{},
                                                       {"restroe"},
                                                       {"restore"},
                                                       {"restore", "a.txt"},
                                                       {"fix", "--no-such-flag"},
                                                       {"fix", "--min-confidence", "7"},
                                                       {"rules", "no-such-rule"},
                                                       {"fix", "--select", "no-such-rule"},
                                                       {"fix", "-w"},
                                                       {"fix", "-w", "--diff", "a.txt"},
                                                       {"restore", "a.txt", "-o", "x", "--pages", "3-1"},
                                                       {"synth", "a.txt", "-o", "x", "--wear", "new"}};
  for (const auto& arguments : cases) {
    const Finished finished = run_emend(arguments);
    std::string shown;
    for (const std::string& argument : arguments) shown += argument + " ";
    EXPECT_EQ(finished.exit_code, 2) << shown << finished.err;
    EXPECT_NE(finished.err, "") << shown;
    EXPECT_EQ(finished.out, "") << shown;
  }
}

TEST(Program, AloneItShowsItsHelpToThePerson) {
  const Finished finished = run_emend({});
  EXPECT_NE(finished.err.find("restore"), std::string::npos) << finished.err;
}

TEST(Program, AMisspeltCommandGetsASuggestion) {
  const Finished finished = run_emend({"restroe", "a.png"});
  EXPECT_EQ(finished.err,
            "emend: restroe: is not a command; did you mean emend restore? emend --help lists them all\n");
}

TEST(Program, AMisspeltRuleGetsASuggestion) {
  const Finished finished = run_emend({"fix", "--select", "stray-bra"});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.err.find("stray-bar"), std::string::npos) << finished.err;
}

TEST(Program, RulesAreListedAndExplained) {
  const Finished all = run_emend({"rules"});
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_NE(all.out.find("spaced-hyphen-in-compound"), std::string::npos);
  const Finished one = run_emend({"rules", "spaced-hyphen-in-compound"});
  EXPECT_EQ(one.exit_code, 0);
  EXPECT_NE(one.out.find("before"), std::string::npos);
}

}  // namespace
}  // namespace emend::testing
