#include "report/html/page.h"
#include "report/writer.h"

namespace emend::report {
namespace {

constexpr WriterInfo kInfo = {"report.html",
                              "Both texts side by side, with every change, its reasons and its piece of the scan"};

class HtmlWriter final : public Writer {
 public:
  const WriterInfo& info() const override { return kInfo; }
  Result<std::string> write(const ReportInput& input) const override { return html::page(input); }
};

}  // namespace

std::unique_ptr<Writer> make_html_writer() { return std::make_unique<HtmlWriter>(); }

}  // namespace emend::report
