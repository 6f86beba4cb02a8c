// What only the corpus can tell, asked once every file of a run has been told.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "base/result.h"
#include "check/corpus_findings.h"
#include "check/result_cache.h"
#include "check/run/file_work.h"

namespace emend::check {

struct CorpusQuestion {
  // Those that were checked, in the order of the run. Their facts are taken out.
  std::vector<FileWork*> files;
  CorpusThresholds thresholds;
  ResultCache* cache = nullptr;  // may be null
  bool has_repaired = false;     // what the cache has of the files is of before
};

// The findings by the index of their file, those under an inline mark marked; rules that the file's profile does not
// want are left out. From the cache where no file has changed.
std::map<std::size_t, Findings> ask_corpus(const CorpusQuestion& question);

}  // namespace emend::check
