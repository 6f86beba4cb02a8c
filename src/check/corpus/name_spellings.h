// The same name in two spellings over a corpus. Pure.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "check/corpus/corpus_file.h"

namespace emend::check {

// Names that stand once or twice and differ by one inner letter from one that stands `name_ratio` times as often.
// `is_word` tells whether a dictionary knows a form; it is asked of few.
std::vector<CorpusFinding> find_name_spellings(const std::vector<CorpusFile>& files, double name_ratio,
                                               const std::function<bool(std::string_view)>& is_word);

}  // namespace emend::check
