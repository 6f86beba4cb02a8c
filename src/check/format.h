// How findings are told to a program or a person. One file each in check/formats, one line each in format_list.def.
//
// A format gets the reports in order, each once, and gives back bytes for standard output; what it cannot hold it cuts
// and says so. One object per run, used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "check/run/run_totals.h"

namespace emend::check {

struct FormatOptions {
  bool has_color = false;
  std::string when;  // of the run, ISO 8601 in UTC without a zone: "2026-01-31T12:00:00"
};

class Format {
 public:
  virtual ~Format() = default;
  virtual std::string begin() { return {}; }
  virtual std::string file(const FileReport& report) = 0;
  virtual std::string end(const RunTotals&) { return {}; }
};

// Of every format of format_list.def, in its order.
std::vector<std::string> format_names();
// Null where there is none of that name.
std::unique_ptr<Format> make_format(std::string_view name, const FormatOptions& options);

}  // namespace emend::check
