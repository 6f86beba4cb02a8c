// What stands between the words that an output has right.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measure/alignment.h"

namespace emend::measure {

// Calls `take` with the truth and the output of every gap between matches, in order, until it fails. Each word brings a
// space behind it, so a lost word is lost with its space and a lost space shows alone. The texts live until `take`
// ends.
Status for_each_gap(const std::vector<std::u32string_view>& truth, const std::vector<std::u32string_view>& output,
                    const Alignment& alignment,
                    const std::function<Status(std::u32string_view, std::u32string_view)>& take);

}  // namespace emend::measure
