#include "support/run_emend.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "support/temporary_folder.h"

namespace emend::testing {

Finished run_emend(const std::vector<std::string>& arguments, const std::string& input,
                   const std::filesystem::path& working_folder) {
  const TemporaryFolder folder;
  const std::filesystem::path in = folder.write("in", input);
  const std::filesystem::path out = folder.write("out", "");
  const std::filesystem::path err = folder.write("err", "");
  const std::filesystem::path home = folder / "home";

  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open(in.c_str(), O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY | O_TRUNC), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_TRUNC), STDERR_FILENO);
    if (!working_folder.empty() && ::chdir(working_folder.c_str()) != 0) ::_exit(126);
    ::setenv("HOME", home.c_str(), 1);
    ::unsetenv("XDG_CONFIG_HOME");
    std::string program = EMEND_BINARY_DIR "/emend";
    std::vector<std::string> copies = arguments;
    std::vector<char*> argv = {program.data()};
    for (std::string& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, bytes_of(out), bytes_of(err), usage.ru_maxrss};
}

}  // namespace emend::testing
