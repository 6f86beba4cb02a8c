// The progress bar: one line at the foot of a terminal.
#pragma once

#include <chrono>
#include <mutex>

#include "base/progress.h"
#include "cli/console.h"

namespace emend::cli {

class TerminalProgress final : public Progress {
 public:
  explicit TerminalProgress(Console& console) : console_(console) {}
  ~TerminalProgress() override;

  void expect(std::size_t count) override;
  void advance(std::string_view what) override;

 private:
  void draw(std::string_view what);

  Console& console_;
  std::mutex mutex_;
  std::size_t expected_ = 0;
  std::size_t done_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace emend::cli
