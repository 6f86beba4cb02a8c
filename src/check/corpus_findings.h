// What only a look at all files of a corpus together can find.
//
// Pure: the files' facts in, findings out, in the order of the files. Each finding has a place in one file; the rules
// are described in rule_names.cpp.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "check/corpus/corpus_file.h"

namespace emend::check {

struct CorpusThresholds {
  double quality_ratio = 4;  // see emend.toml, [thresholds]
  double name_ratio = 8;
  double convention_share = 0.9;
};

// `is_word` tells whether a dictionary knows a form; it is asked of few.
std::vector<CorpusFinding> corpus_findings(const std::vector<CorpusFile>& files, const CorpusThresholds& thresholds,
                                           const std::function<bool(std::string_view)>& is_word);

}  // namespace emend::check
