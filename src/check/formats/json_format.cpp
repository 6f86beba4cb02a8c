// The objects of jsonl as one array.
#include "check/finding_record.h"
#include "check/format.h"

namespace emend::check {
namespace {

class JsonFormat final : public Format {
 public:
  std::string begin() override { return "["; }
  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      out += is_first_ ? "\n" : ",\n";
      out += finding_record(report.name, finding);
      is_first_ = false;
    }
    return out;
  }
  std::string end(const RunTotals&) override { return is_first_ ? "]\n" : "\n]\n"; }

 private:
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<Format> make_json_format(const FormatOptions&) { return std::make_unique<JsonFormat>(); }

}  // namespace emend::check
