// A result that is there already, and what becomes of it when people decide more.
//
// Everything needed is in the folder: the pages and the raw text in document.json, the proposals in changes.jsonl, the
// decisions in decisions.jsonl. Neither the scan nor the rules are asked again; the scan only lends its crops.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "correct/rule.h"
#include "pipeline/load_document.h"
#include "pipeline/outcome.h"
#include "pipeline/run_record.h"
#include "pipeline/write_result.h"
#include "store/change_file.h"

namespace emend::pipeline {

struct StoredResult {
  Loaded loaded;  // with the scan, where it is still there and unchanged
  std::vector<store::ChangeRecord> records;
  RunRecord run;
};

// Errors: kMissing (no result in the folder), kUnreadable.
Result<StoredResult> load_result(const std::filesystem::path& folder);

// Makes the folder's files anew from its decisions. Errors: those of load_result, kUnwritable.
Result<Outcome> decide_again(const std::filesystem::path& folder, const Writers& writers,
                             const correct::RuleSet& rules);

}  // namespace emend::pipeline
