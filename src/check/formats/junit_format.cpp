// JUnit's XML as Ant writes it: a suite per file, a failed case per finding, one that passed for a clean file.
#include <fmt/format.h>

#include "check/format.h"
#include "check/wording.h"
#include "check/xml_text.h"

namespace emend::check {
namespace {

class JunitFormat final : public Format {
 public:
  explicit JunitFormat(const FormatOptions& options)
      : when_(options.when.empty() ? "1970-01-01T00:00:00" : options.when) {}
  std::string begin() override { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"; }

  std::string file(const FileReport& report) override {
    const std::size_t errors = report.has_failed ? 1 : 0;
    const std::size_t failures = report.findings.size();
    const std::string name = xml_text(report.name);
    std::string out = fmt::format(
        " <testsuite package=\"emend\" id=\"{}\" name=\"{}\" timestamp=\"{}\" hostname=\"localhost\" tests=\"{}\" "
        "failures=\"{}\" errors=\"{}\" time=\"0\">\n  <properties/>\n",
        next_id_++, name, when_, std::max<std::size_t>(failures + errors, 1), failures, errors);
    for (const Finding& finding : report.findings)
      out += fmt::format(
          "  <testcase name=\"{}:{}:{} {}\" classname=\"{}\" time=\"0\">\n   <failure message=\"{}\" type=\"{}\">"
          "{}:{}:{}: {}</failure>\n  </testcase>\n",
          name, finding.begin.line, finding.begin.character, xml_text(finding.rule), name,
          xml_text(message_of(finding)), xml_text(finding.rule), name, finding.begin.line, finding.begin.character,
          xml_text(message_of(finding)));
    if (report.has_failed) {
      std::string why = "could not be checked";
      for (const Problem& problem : report.problems)
        if (problem.severity == Severity::kFailure) why = problem.error.what;
      out += fmt::format(
          "  <testcase name=\"{0}\" classname=\"{0}\" time=\"0\">\n   <error message=\"{1}\" type=\"unreadable\">{1}"
          "</error>\n  </testcase>\n",
          name, xml_text(why));
    } else if (report.findings.empty()) {
      out += fmt::format("  <testcase name=\"{0}\" classname=\"{0}\" time=\"0\"/>\n", name);
    }
    return out + "  <system-out/>\n  <system-err/>\n </testsuite>\n";
  }

  std::string end(const RunTotals&) override { return "</testsuites>\n"; }

 private:
  std::string when_;
  std::size_t next_id_ = 0;
};

}  // namespace

std::unique_ptr<Format> make_junit_format(const FormatOptions& options) {
  return std::make_unique<JunitFormat>(options);
}

}  // namespace emend::check
