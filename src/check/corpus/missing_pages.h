// Pages that are missing in a sequence, by the names of the files and by the numbers printed on the pages. Pure.
#pragma once

#include <vector>

#include "check/corpus/corpus_file.h"

namespace emend::check {

std::vector<CorpusFinding> find_missing_pages(const std::vector<CorpusFile>& files);

}  // namespace emend::check
