// report.html: one file, offline, for a scholar who wants to see what was changed and why.
//
// Everything from the document goes through text::html_escaped; a strict Content-Security-Policy stands behind that.
// The size grows with the text and the number of changes. Readable without JavaScript, then without filters.
#pragma once

#include <string>

#include "report/writer.h"

namespace emend::report::html {

std::string page(const ReportInput& input);

}  // namespace emend::report::html
