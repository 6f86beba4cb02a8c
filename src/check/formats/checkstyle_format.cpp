// The report of Checkstyle, which many CI systems read: https://checkstyle.org/
#include <fmt/format.h>

#include "check/format.h"
#include "check/wording.h"
#include "check/xml_text.h"

namespace emend::check {
namespace {

class CheckstyleFormat final : public Format {
 public:
  std::string begin() override { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n"; }
  std::string file(const FileReport& report) override {
    if (report.findings.empty()) return {};
    std::string out = fmt::format(" <file name=\"{}\">\n", xml_text(report.name));
    for (const Finding& finding : report.findings)
      out += fmt::format("  <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"emend.{}\"/>\n",
                         finding.begin.line, finding.begin.utf16,
                         finding.level == Level::kError     ? "error"
                         : finding.level == Level::kWarning ? "warning"
                                                            : "info",
                         xml_text(message_of(finding)), xml_text(finding.rule));
    return out + " </file>\n";
  }
  std::string end(const RunTotals&) override { return "</checkstyle>\n"; }
};

}  // namespace

std::unique_ptr<Format> make_checkstyle_format(const FormatOptions&) { return std::make_unique<CheckstyleFormat>(); }

}  // namespace emend::check
