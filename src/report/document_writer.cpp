#include "edit/source_map.h"
#include "report/writer.h"
#include "store/document_file.h"

namespace emend::report {
namespace {

constexpr WriterInfo kInfo = {"document.json", "Pages, words, boxes and readings, for review and other programs"};

class DocumentWriter final : public Writer {
 public:
  const WriterInfo& info() const override { return kInfo; }
  Result<std::string> write(const ReportInput& input) const override {
    const edit::SourceMap source(input.document, input.clean);
    return store::document_to_json(input.document, &source);
  }
};

}  // namespace

std::unique_ptr<Writer> make_document_writer() { return std::make_unique<DocumentWriter>(); }

}  // namespace emend::report
