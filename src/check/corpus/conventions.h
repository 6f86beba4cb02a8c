// A convention that changes from file to file: quotes, dashes, footnote marks. Pure.
#pragma once

#include <vector>

#include "check/corpus/corpus_file.h"

namespace emend::check {

// Files that write in one way what `least_share` of the files that write it at all write in the other.
std::vector<CorpusFinding> find_conventions(const std::vector<CorpusFile>& files, double least_share);

}  // namespace emend::check
