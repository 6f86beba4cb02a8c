#include "report/writer.h"
#include "store/change_file.h"

namespace emend::report {
namespace {

constexpr WriterInfo kInfo = {"changes.jsonl", "Every proposed change, a JSON object a line"};

class ChangesWriter final : public Writer {
 public:
  const WriterInfo& info() const override { return kInfo; }
  Result<std::string> write(const ReportInput& input) const override {
    return store::changes_to_jsonl(store::change_records(input.document, input.edits, &input.clean));
  }
};

}  // namespace

std::unique_ptr<Writer> make_changes_writer() { return std::make_unique<ChangesWriter>(); }

}  // namespace emend::report
