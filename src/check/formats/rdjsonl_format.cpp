// Reviewdog's diagnostics, an object per line: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
// Its columns count bytes of UTF-8.
#include "base/json.h"
#include "check/format.h"
#include "check/wording.h"
#include "text/utf8.h"

namespace emend::check {
namespace {

Json position(const FilePlace& place) { return {{"line", place.line}, {"column", place.byte}}; }

Json range(const Finding& finding) { return {{"start", position(finding.begin)}, {"end", position(finding.end)}}; }

class RdjsonlFormat final : public Format {
 public:
  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      Json json;
      json["message"] = message_of(finding);
      json["location"] = {{"path", report.name}, {"range", range(finding)}};
      json["severity"] = finding.level == Level::kError     ? "ERROR"
                         : finding.level == Level::kWarning ? "WARNING"
                                                            : "INFO";
      json["source"] = {{"name", "emend"}};
      json["code"] = {{"value", finding.rule}};
      if (finding.has_fix && finding.is_plain_fix)
        json["suggestions"] = Json::array({{{"range", range(finding)}, {"text", finding.after}}});
      out += to_line(json) + "\n";
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Format> make_rdjsonl_format(const FormatOptions&) { return std::make_unique<RdjsonlFormat>(); }

}  // namespace emend::check
