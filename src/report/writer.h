// One output file of a restored document.
//
// One file each in report/, one line each in report/writer_list.def. Writers are pure: the same document gives the
// same bytes. All of them are views of the same three things: raw text, edits, decisions.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "correct/rule.h"
#include "document/document.h"
#include "edit/apply.h"
#include "edit/decision.h"
#include "image/picture.h"

namespace emend::report {

struct ReportInput {
  const document::Document& document;
  const edit::DecidedEdits& edits;
  const edit::CleanText& clean;
  const correct::RuleSet& rules;
  const Problems& problems;
  // The scan of a page (index into Document::pages); not set for text. Called twice per page at most.
  std::function<Result<image::Picture>(std::size_t page)> load_scan;
};

struct WriterInfo {
  std::string_view file_name;  // "clean.txt"
  std::string_view summary;    // one line
};

class Writer {
 public:
  virtual ~Writer() = default;
  virtual const WriterInfo& info() const = 0;
  virtual Result<std::string> write(const ReportInput& input) const = 0;  // the file's bytes
};

// Every writer of writer_list.def.
std::vector<std::unique_ptr<Writer>> all_writers();

}  // namespace emend::report
