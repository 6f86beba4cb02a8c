#include "cli/terminal_progress.h"

#include <fmt/format.h>

#include "text/visible.h"

namespace emend::cli {
namespace {

constexpr std::size_t kBarWidth = 24;  // leaves room for a file name in 80 columns
constexpr std::size_t kNameWidth = 28;

}  // namespace

TerminalProgress::~TerminalProgress() { console_.draw_status(""); }

void TerminalProgress::expect(std::size_t count) {
  const std::lock_guard lock(mutex_);
  expected_ += count;
  draw("");
}

void TerminalProgress::advance(std::string_view what) {
  const std::lock_guard lock(mutex_);
  ++done_;
  draw(what);
}

void TerminalProgress::draw(std::string_view what) {
  if (expected_ == 0) return;
  const std::size_t filled = std::min(done_, expected_) * kBarWidth / expected_;
  std::string bar;
  for (std::size_t i = 0; i < kBarWidth; ++i) bar += i < filled ? "█" : "░";
  std::string left;
  if (done_ > 0 && done_ < expected_) {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const auto rest = static_cast<long>(seconds / static_cast<double>(done_) * static_cast<double>(expected_ - done_));
    left = rest >= 3600 ? fmt::format(" {}:{:02}:{:02} left", rest / 3600, rest / 60 % 60, rest % 60)
                        : fmt::format(" {}:{:02} left", rest / 60, rest % 60);
  }
  console_.draw_status(fmt::format("{} {}/{}{} {}", bar, done_, expected_, left, text::visible(what, kNameWidth)));
}

}  // namespace emend::cli
