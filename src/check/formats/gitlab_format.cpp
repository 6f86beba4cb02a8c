// The code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
// Fingerprints must be unique in a report, so equal findings of a file are numbered.
#include <map>

#include "base/content_hash.h"
#include "base/json.h"
#include "check/format.h"
#include "check/wording.h"

namespace emend::check {
namespace {

class GitlabFormat final : public Format {
 public:
  std::string begin() override { return "["; }
  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      const std::string content = report.name + '\0' + finding.rule + '\0' + finding.key;
      const std::size_t number = uses_[content]++;
      Json json;
      json["description"] = message_of(finding);
      json["check_name"] = finding.rule;
      json["fingerprint"] = content_hash(content + '\0' + std::to_string(number));
      json["severity"] = finding.level == Level::kError ? "major" : finding.level == Level::kWarning ? "minor" : "info";
      json["location"] = {{"path", report.name}, {"lines", {{"begin", finding.begin.line}, {"end", finding.end.line}}}};
      out += is_first_ ? "\n" : ",\n";
      out += to_line(json);
      is_first_ = false;
    }
    return out;
  }
  std::string end(const RunTotals&) override { return is_first_ ? "]\n" : "\n]\n"; }

 private:
  bool is_first_ = true;
  std::map<std::string, std::size_t> uses_;
};

}  // namespace

std::unique_ptr<Format> make_gitlab_format(const FormatOptions&) { return std::make_unique<GitlabFormat>(); }

}  // namespace emend::check
