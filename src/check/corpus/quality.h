// Files that are recognised much worse than their neighbours. Pure.
#pragma once

#include <vector>

#include "check/corpus/corpus_file.h"

namespace emend::check {

// A file stands out where the share of its words that is estimated to be wrong is `ratio` times the median of its
// folder, and also far outside of what the folder's files have among each other (median absolute deviation).
std::vector<CorpusFinding> find_bad_files(const std::vector<CorpusFile>& files, double ratio);

}  // namespace emend::check
