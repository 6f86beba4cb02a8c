// Workflow commands of GitHub Actions, which become annotations of a pull request.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
//
// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word; so no more are
// written, and the last notice says how many there are.
#include <array>

#include <fmt/format.h>

#include "check/format.h"
#include "check/wording.h"
#include "text/utf8.h"

namespace emend::check {
namespace {

constexpr std::size_t kMostOfALevel = 10;

std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text::repaired_utf8(text)) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (is_property && c == ':')
      out += "%3A";
    else if (is_property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

class GithubFormat final : public Format {
 public:
  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      const auto level = static_cast<std::size_t>(finding.level);
      // A place among the notices is kept for what was cut.
      const std::size_t most = finding.level == Level::kNote ? kMostOfALevel - 1 : kMostOfALevel;
      if (told_[level] == most) {
        ++cut_;
        continue;
      }
      ++told_[level];
      static constexpr std::array<const char*, 3> kCommands = {"error", "warning", "notice"};
      std::string place = fmt::format("file={},line={}", escaped(report.name, true), finding.begin.line);
      // GitHub wants columns only where the place is on one line.
      if (finding.end.line == finding.begin.line)
        place += fmt::format(",col={},endColumn={}", finding.begin.utf16, finding.end.utf16);
      else
        place += fmt::format(",endLine={}", finding.end.line);
      out += fmt::format("::{} {},title={}::{}\n", kCommands[level], place, escaped("emend " + finding.rule, true),
                         escaped(message_of(finding), false));
    }
    return out;
  }

  std::string end(const RunTotals&) override {
    if (cut_ == 0) return {};
    return fmt::format("::notice title=emend::{} more findings are not shown here: GitHub shows ten of a kind\n", cut_);
  }

 private:
  std::array<std::size_t, 3> told_{};
  std::size_t cut_ = 0;
};

}  // namespace

std::unique_ptr<Format> make_github_format(const FormatOptions&) { return std::make_unique<GithubFormat>(); }

}  // namespace emend::check
