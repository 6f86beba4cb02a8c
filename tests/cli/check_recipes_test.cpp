// The recipes for CI systems, run as far as a machine without those systems can: the shell steps of action.yml with
// its inputs, the GitLab job of docs/check.md, and the hooks with pre-commit itself.
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "base/json.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

const std::string kFault = "The 8 — hour day.\n";
const std::string kSource = EMEND_SOURCE_DIR;
const std::string kRunner = "python3 '" + kSource + "/tests/cli/ci/run_recipe.py' ";

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

struct Ran {
  int exit_code = -1;
  std::string output;  // both streams
};

// In `folder` with an empty HOME; `emend` on PATH unless `path` says otherwise.
Ran run(const TemporaryFolder& folder, const std::string& command, const std::string& path = EMEND_BINARY_DIR) {
  const TemporaryFolder outside;
  const std::string out = outside / "out";
  const std::string whole = "cd '" + folder.path().string() + "' && export HOME='" + (outside / "home").string() +
                            "' PATH='" + path + "':\"$PATH\" && { " + command + "; } >'" + out + "' 2>&1";
  const int status = std::system(whole.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out)};
}

bool has_yaml() { return std::system("python3 -c 'import yaml' 2>/dev/null") == 0; }

class Recipe : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_yaml()) GTEST_SKIP() << "python3-yaml is not installed";
  }
  Ran run_action(const std::string& inputs, const std::string& path = EMEND_BINARY_DIR) const {
    return run(folder_, kRunner + "action '" + kSource + "/action.yml' " + inputs, path);
  }
  TemporaryFolder folder_;
};

TEST_F(Recipe, TheActionAnnotates) {
  folder_.write("in/a.txt", kFault);
  const Ran red = run_action("");
  EXPECT_EQ(red.exit_code, 1) << red.output;
  EXPECT_TRUE(has(red.output, "::error file=in/a.txt,line=1,col=6,endColumn=9")) << red.output;
  folder_.write("in/a.txt", "All is well.\n");
  const Ran green = run_action("");
  EXPECT_EQ(green.exit_code, 0) << green.output;
  EXPECT_TRUE(has(green.output, "1 file checked, 0 findings")) << green.output;
}

TEST_F(Recipe, TheActionTakesItsInputs) {
  folder_.write("a corpus/a.txt", kFault);
  folder_.write("b.txt", kFault);
  folder_.write("c.txt", "All is well.\n");
  folder_.write("other/d.txt", kFault);
  const Ran ran = run_action(
      "'paths=a corpus\n*.txt' format=sarif 'output-file=the report.sarif' 'arguments=--exit-zero\n--exclude\nb.txt'");
  EXPECT_EQ(ran.exit_code, 0) << ran.output;
  const auto sarif = parse_json(bytes_of(folder_ / "the report.sarif"), "sarif");
  ASSERT_TRUE(sarif) << ran.output;
  const Json& results = (*sarif)["runs"][0]["results"];
  ASSERT_EQ(results.size(), 1u) << ran.output;
  EXPECT_TRUE(has(to_line(results[0]), "a%20corpus/a.txt"));
}

TEST_F(Recipe, NothingOfAnInputIsRunByTheShell) {
  folder_.write("a.txt", kFault);
  const Ran ran = run_action("'paths=a.txt\n$(touch run1)`touch run2`\"; touch run3; \"' 'arguments=$(touch run4)'");
  EXPECT_NE(ran.exit_code, 0);
  EXPECT_EQ(folder_.names().size(), 1u) << ran.output;
}

TEST_F(Recipe, TheActionBuildsWhatIsNotInstalled) {
  folder_.write("a.txt", kFault);
  const fs::path bootstrap = folder_.write(
      "src/bootstrap",
      "#!/bin/bash\necho \"bootstrap $*\"\ncd \"$(dirname \"$0\")\"\nmkdir -p build/release\nln -sf '" EMEND_BINARY_DIR
      "/emend' build/release/emend\n");
  fs::permissions(bootstrap, fs::perms::owner_all);
  const Ran ran = run_action("source='" + (folder_ / "src").string() + "' paths=a.txt", "/nowhere");
  EXPECT_EQ(ran.exit_code, 1) << ran.output;
  EXPECT_TRUE(has(ran.output, "bootstrap deps\nbootstrap build\n")) << ran.output;
  EXPECT_TRUE(has(ran.output, "::error file=a.txt")) << ran.output;
}

TEST_F(Recipe, TheGitlabJobWritesItsReportAndTurnsRed) {
  folder_.write("corpus/a.txt", kFault);
  const Ran ran = run(folder_, kRunner + "gitlab '" + kSource + "/docs/check.md'");
  EXPECT_EQ(ran.exit_code, 1) << ran.output;
  const auto report = parse_json(bytes_of(folder_ / "gl-code-quality-report.json"), "report");
  ASSERT_TRUE(report) << ran.output;
  ASSERT_EQ(report->size(), 1u);
  EXPECT_EQ((*report)[0]["location"]["path"], "corpus/a.txt");
}

TEST(Hooks, PreCommitRunsThem) {
  if (std::system("command -v pre-commit >/dev/null 2>&1 && command -v git >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "pre-commit is not installed";
  const TemporaryFolder folder;
  const std::string git = "git -c user.name=a -c user.email=a@example.org ";
  folder.write("hooks/.pre-commit-hooks.yaml", bytes_of(fs::path(kSource) / ".pre-commit-hooks.yaml"));
  folder.write("repo/a.txt", kFault);
  folder.write("repo/emend.toml", "[check]\nexclude = [\"old/\"]\ncache = false\n");
  folder.write("repo/old/b.txt", kFault);
  const std::string set_up = "cd hooks && git init -q . && git add . && " + git +
                             "commit -qm hooks && cd ../repo && git init -q . && git add . && ";
  const Ran red = run(folder, set_up + "pre-commit try-repo ../hooks emend-check --all-files");
  EXPECT_EQ(red.exit_code, 1) << red.output;
  EXPECT_TRUE(has(red.output, "a.txt:1:6: spaced-hyphen-in-compound")) << red.output;
  EXPECT_FALSE(has(red.output, "b.txt:1")) << red.output;
  const Ran fixed = run(folder, "cd repo && pre-commit try-repo ../hooks emend-fix --all-files");
  EXPECT_TRUE(has(fixed.output, "files were modified by this hook")) << fixed.output;
  EXPECT_EQ(bytes_of(folder / "repo/a.txt"), "The 8-hour day.\n");
  EXPECT_EQ(bytes_of(folder / "repo/old/b.txt"), kFault);
  const Ran green = run(folder, "cd repo && pre-commit try-repo ../hooks emend-check --all-files");
  EXPECT_EQ(green.exit_code, 0) << green.output;
}

}  // namespace
}  // namespace emend::testing
