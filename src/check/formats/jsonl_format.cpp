// An object per line; for scripts that read as they go.
#include "check/finding_record.h"
#include "check/format.h"

namespace emend::check {
namespace {

class JsonlFormat final : public Format {
 public:
  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) out += finding_record(report.name, finding) + "\n";
    return out;
  }
};

}  // namespace

std::unique_ptr<Format> make_jsonl_format(const FormatOptions&) { return std::make_unique<JsonlFormat>(); }

}  // namespace emend::check
