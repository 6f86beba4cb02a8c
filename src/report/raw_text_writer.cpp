#include "report/writer.h"

namespace emend::report {
namespace {

constexpr WriterInfo kInfo = {"raw.txt", "The text as recognised or as given"};

class RawTextWriter final : public Writer {
 public:
  const WriterInfo& info() const override { return kInfo; }
  Result<std::string> write(const ReportInput& input) const override { return std::string(input.document.raw.text()); }
};

}  // namespace

std::unique_ptr<Writer> make_raw_text_writer() { return std::make_unique<RawTextWriter>(); }

}  // namespace emend::report
