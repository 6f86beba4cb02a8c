// Whether the user asked the run to end (Ctrl-C). Set once by cli, read between pages.
#pragma once

#include <atomic>

namespace emend {

class StopFlag {
 public:
  void raise() noexcept { raised_.store(true, std::memory_order_relaxed); }  // safe in a signal handler
  bool is_raised() const noexcept { return raised_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> raised_{false};
};

}  // namespace emend
