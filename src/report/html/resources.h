// The style and the script of report.html, compiled in from report.css and report.js.
#pragma once

#include <string_view>

namespace emend::report::html {

extern const std::string_view kReportCss;
extern const std::string_view kReportJs;
extern const std::string_view kReportJsSha256;  // in hexadecimal

}  // namespace emend::report::html
