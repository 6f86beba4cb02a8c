// Runs the examples of the README with the program that was built; console_blocks.h tells their format.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "house/checkout.h"
#include "house/console_blocks.h"
#include "support/temporary_folder.h"

namespace emend::house {
namespace {

namespace fs = std::filesystem;

struct Ran {
  int exit_code = -1;
  std::vector<std::string> lines;
};

Ran run(const std::string& command, const fs::path& folder, const fs::path& output) {
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string path = fs::path(EMEND_PROGRAM).parent_path().string() + ":" + std::getenv("PATH");
    ::setenv("PATH", path.c_str(), 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::unsetenv("EMEND_DATA");
    if (::chdir(folder.c_str()) != 0 || std::freopen(output.c_str(), "w", stdout) == nullptr ||
        ::dup2(STDOUT_FILENO, STDERR_FILENO) < 0)
      ::_exit(126);
    ::execlp("bash", "bash", "-o", "pipefail", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  Ran ran;
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  std::ifstream written(output);
  for (std::string line; std::getline(written, line);) ran.lines.push_back(line);
  return ran;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "  " + line + "\n";
  return text;
}

TEST(Readme, ItsExamplesAreTrue) {
  const std::vector<Example> examples = examples_of(read_checkout_file("README.md"));
  ASSERT_FALSE(examples.empty());
  const testing::TemporaryFolder folder;
  const fs::path work = folder / "work";
  fs::create_directory(work);
  fs::create_directory_symlink(fs::path(EMEND_SOURCE_DIR) / "samples", work / "samples");
  for (const Example& example : examples) {
    const Ran ran = run(example.command, work, folder / "output");
    EXPECT_EQ(ran.exit_code, 0) << "README.md:" << example.line << ": " << example.command << "\n" << joined(ran.lines);
    EXPECT_TRUE(matches(example.output, ran.lines))
        << "README.md:" << example.line << ": " << example.command << "\nshown:\n"
        << joined(example.output) << "written:\n"
        << joined(ran.lines);
  }
}

}  // namespace
}  // namespace emend::house
