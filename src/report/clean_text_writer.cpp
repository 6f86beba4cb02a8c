#include "report/writer.h"

namespace emend::report {
namespace {

constexpr WriterInfo kInfo = {"clean.txt", "The restored text"};

class CleanTextWriter final : public Writer {
 public:
  const WriterInfo& info() const override { return kInfo; }
  Result<std::string> write(const ReportInput& input) const override { return input.clean.text; }
};

}  // namespace

std::unique_ptr<Writer> make_clean_text_writer() { return std::make_unique<CleanTextWriter>(); }

}  // namespace emend::report
