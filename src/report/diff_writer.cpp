#include "report/unified_diff.h"
#include "report/writer.h"

namespace emend::report {
namespace {

constexpr WriterInfo kInfo = {"changes.diff", "The difference from raw.txt to clean.txt, for patch"};

class DiffWriter final : public Writer {
 public:
  const WriterInfo& info() const override { return kInfo; }
  Result<std::string> write(const ReportInput& input) const override {
    return unified_diff(input.document.raw.text(), input.clean, {"raw.txt", "clean.txt"});
  }
};

}  // namespace

std::unique_ptr<Writer> make_diff_writer() { return std::make_unique<DiffWriter>(); }

}  // namespace emend::report
