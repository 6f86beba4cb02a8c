#include "cli/interrupt.h"

#include <csignal>

#include <unistd.h>

#include "cli/exit_code.h"

namespace emend::cli {
namespace {

StopFlag flag;

void on_signal(int) {
  if (flag.is_raised()) ::_exit(static_cast<int>(ExitCode::kInterrupted));
  flag.raise();
}

}  // namespace

StopFlag& stop_flag() {
  static const bool is_installed = [] {
    struct sigaction action {};
    action.sa_handler = on_signal;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    return true;
  }();
  static_cast<void>(is_installed);
  return flag;
}

}  // namespace emend::cli
