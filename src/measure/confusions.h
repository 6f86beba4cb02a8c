// Which characters were read as which: the table behind the error rates.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "measure/alignment.h"

namespace emend::measure {

// Runs longer than this on either side are lost or invented passages rather than misread characters.
inline constexpr std::size_t kLongestConfusion = 4;  // code points

struct Confusion {
  std::u32string truth;   // empty where the output has something extra
  std::u32string output;  // empty where the output lacks something

  friend auto operator<=>(const Confusion&, const Confusion&) = default;
};

struct ConfusionTable {
  std::map<Confusion, std::size_t> counts;
  std::size_t long_runs = 0;  // differences longer than kLongestConfusion

  void add(const ConfusionTable& other);
  // The most frequent first; equal ones in the order of their characters.
  std::vector<std::pair<Confusion, std::size_t>> ranked() const;
};

// Adds the differing runs of aligned words. Between words that are right, the characters are aligned again, so that
// "in the" read as "inthe" is one lost space. Error: kTooLarge.
Status count_confusions(const std::vector<std::u32string_view>& truth, const std::vector<std::u32string_view>& output,
                        const Alignment& alignment, ConfusionTable& table);

}  // namespace emend::measure
