#include "cli/console.h"

#include <cstdlib>
#include <ostream>

#include "text/visible.h"

namespace emend::cli {
namespace {

// Longer file names and messages are cut in the middle.
constexpr std::size_t kLongestMessage = 2000;

std::string_view escape_code(Style style) {
  switch (style) {
    case Style::kBold: return "\x1b[1m";
    case Style::kDim: return "\x1b[2m";
    case Style::kRed: return "\x1b[31m";
    case Style::kGreen: return "\x1b[32m";
    case Style::kYellow: return "\x1b[33m";
    case Style::kCyan: return "\x1b[36m";
    case Style::kPlain: break;
  }
  return "";
}

}  // namespace

Console::Console(std::ostream& out, std::ostream& err, bool out_is_terminal, bool err_is_terminal)
    : out_(out), err_(err), out_is_terminal_(out_is_terminal), err_is_terminal_(err_is_terminal) {
  set_color(ColorWish::kAuto);
}

void Console::set_color(ColorWish wish) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool may_color =
      (no_color == nullptr || *no_color == '\0') && terminal != nullptr && std::string_view(terminal) != "dumb";
  out_color_ = wish == ColorWish::kAlways || (wish == ColorWish::kAuto && out_is_terminal_ && may_color);
  err_color_ = wish == ColorWish::kAlways || (wish == ColorWish::kAuto && err_is_terminal_ && may_color);
}

std::string Console::styled(bool has_color, Style style, std::string_view text) const {
  if (!has_color || style == Style::kPlain) return std::string(text);
  return std::string(escape_code(style)) + std::string(text) + "\x1b[0m";
}

std::string Console::styled_out(Style style, std::string_view text) const { return styled(out_color_, style, text); }

void Console::write_err_line(std::string_view line) {
  if (!status_.empty()) err_ << "\r\x1b[K";
  err_ << line << '\n';
  if (!status_.empty()) err_ << status_;
  err_.flush();
}

void Console::say(std::string_view line) {
  if (quiet_) return;
  const std::lock_guard lock(mutex_);
  write_err_line(line);
}

void Console::complain(const Error& error) {
  std::string line = styled(err_color_, Style::kRed, "emend:") + " ";
  if (!error.subject.empty()) line += text::visible(error.subject, kLongestMessage) + ": ";
  line += text::visible(error.what, kLongestMessage);
  if (!error.hint.empty()) line += "; " + text::visible(error.hint, kLongestMessage);
  const std::lock_guard lock(mutex_);
  write_err_line(line);
}

void Console::report(const std::string& input, const Problem& problem) {
  if (problem.severity == Severity::kNote && !verbose_) return;
  if (problem.severity == Severity::kWarning && quiet_) return;
  const char* word = problem.severity == Severity::kFailure   ? "failed"
                     : problem.severity == Severity::kWarning ? "warning"
                                                              : "note";
  const Style style = problem.severity == Severity::kFailure   ? Style::kRed
                      : problem.severity == Severity::kWarning ? Style::kYellow
                                                               : Style::kDim;
  std::string line = styled(err_color_, style, word) + ": " + text::visible(input, kLongestMessage);
  if (problem.page > 0) line += ", page " + std::to_string(problem.page);
  if (!problem.error.subject.empty() && problem.error.subject != input)
    line += ": " + text::visible(problem.error.subject, kLongestMessage);
  line += ": " + text::visible(problem.error.what, kLongestMessage);
  if (!problem.error.hint.empty()) line += "; " + text::visible(problem.error.hint, kLongestMessage);
  const std::lock_guard lock(mutex_);
  write_err_line(line);
}

void Console::draw_status(std::string_view text) {
  if (!err_is_terminal_ || quiet_) return;
  const std::lock_guard lock(mutex_);
  status_ = std::string(text);
  err_ << "\r\x1b[K" << status_;
  err_.flush();
}

}  // namespace emend::cli
