// The files of a restored document, all or none.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "correct/rule.h"
#include "pipeline/correct_document.h"
#include "pipeline/load_document.h"
#include "pipeline/run_record.h"
#include "report/writer.h"

namespace emend::pipeline {

using Writers = std::vector<std::unique_ptr<report::Writer>>;

// What every writer makes of the document, and last the record of the run. A file of the folder that is not of ours
// (decisions.jsonl) stays. Error: kUnwritable; the folder is then as it was, but counts as not done.
Status write_result(const std::filesystem::path& folder, const Loaded& loaded, const Correction& correction,
                    const Writers& writers, const correct::RuleSet& rules, RunRecord record);

}  // namespace emend::pipeline
