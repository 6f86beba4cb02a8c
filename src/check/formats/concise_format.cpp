// A line per finding, as compilers have it; for people, editors and grep.
#include <fmt/format.h>

#include "check/format.h"
#include "check/wording.h"
#include "text/visible.h"

namespace emend::check {
namespace {

class ConciseFormat final : public Format {
 public:
  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings)
      out += fmt::format("{}:{}:{}: {} {}{}\n", text::visible(report.name), finding.begin.line, finding.begin.character,
                         finding.rule, message_of(finding),
                         !finding.has_fix  ? ""
                         : finding.is_safe ? " [*]"
                                           : " (proposed)");
    return out;
  }
};

}  // namespace

std::unique_ptr<Format> make_concise_format(const FormatOptions&) { return std::make_unique<ConciseFormat>(); }

}  // namespace emend::check
