// One part of a file: read, looked up in the cache, and checked where the cache does not have it.
#pragma once

#include <string>

#include "check/result_cache.h"
#include "check/run/file_work.h"

namespace emend::check {

// `standard_input` is what the file holds if it is standard input; `cache` may be null. The part is written and
// nothing else of `work`, so several parts of a file may be checked at the same time.
void check_part(FileWork& work, std::size_t part, const std::string& standard_input, ResultCache* cache);

}  // namespace emend::check
