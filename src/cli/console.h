// Where a command says things: results to stdout, everything said to a person to stderr.
//
// The only part of the program that prints. What comes from documents or file names is shown through text::visible.
#pragma once

#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"

namespace emend::cli {

enum class Style { kPlain, kBold, kDim, kRed, kGreen, kYellow, kCyan };
enum class ColorWish { kAuto, kAlways, kNever };

// Safe to use from several threads.
class Console {
 public:
  Console(std::ostream& out, std::ostream& err, bool out_is_terminal, bool err_is_terminal);

  void set_quiet(bool quiet) { quiet_ = quiet; }
  void set_verbose(bool verbose) { verbose_ = verbose; }
  // NO_COLOR (https://no-color.org) is honoured under kAuto.
  void set_color(ColorWish wish);

  bool is_quiet() const { return quiet_; }
  bool out_has_color() const { return out_color_; }
  bool err_is_terminal() const { return err_is_terminal_; }

  std::ostream& out() { return out_; }
  // A line to stderr, unless --quiet.
  void say(std::string_view line);
  // "emend: FILE: what happened" and what to try; also under --quiet.
  void complain(const Error& error);
  // Failures always, warnings unless --quiet, notes with --verbose. `input` names the document.
  void report(const std::string& input, const Problem& problem);
  // Draws over the last line of a terminal; an empty text clears it.
  void draw_status(std::string_view text);

  // `text` with the escape codes of a style, where stdout takes colour.
  std::string styled_out(Style style, std::string_view text) const;

 private:
  std::string styled(bool has_color, Style style, std::string_view text) const;
  void write_err_line(std::string_view line);  // under the mutex

  std::ostream& out_;
  std::ostream& err_;
  const bool out_is_terminal_;
  const bool err_is_terminal_;
  bool out_color_ = false;
  bool err_color_ = false;
  bool quiet_ = false;
  bool verbose_ = false;
  std::string status_;
  std::mutex mutex_;
};

}  // namespace emend::cli
