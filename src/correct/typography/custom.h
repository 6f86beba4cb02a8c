// Which of several ways to write one thing is a document's custom, and what may be done with the other ways.
#pragma once

#include <array>
#include <cstddef>

namespace emend::correct {

enum class CustomStrength {
  kNone,    // used both ways, or too seldom to tell
  kUsual,   // the other ways are worth a person's look
  kStrict,  // the other ways are slips
};

struct Custom {
  std::size_t way = 0;  // the commonest
  std::size_t times = 0;
  std::size_t others = 0;
  CustomStrength strength = CustomStrength::kNone;

  // Several ways, and none of them the rule.
  bool is_mixed() const { return strength == CustomStrength::kNone && others >= 3; }
};

// So many times, and so small a share of others.
inline constexpr std::size_t kFewestStrict = 20;
inline constexpr double kMostOthersStrict = 0.05;
inline constexpr std::size_t kFewestUsual = 5;
inline constexpr double kMostOthersUsual = 0.2;

// `counts`: how often each way is used.
template <std::size_t kWays>
Custom custom_of(const std::array<std::size_t, kWays>& counts) {
  Custom custom;
  std::size_t all = 0;
  for (std::size_t way = 0; way < kWays; ++way) {
    all += counts[way];
    if (counts[way] <= custom.times) continue;
    custom.way = way;
    custom.times = counts[way];
  }
  custom.others = all - custom.times;
  const double share = all == 0 ? 0 : static_cast<double>(custom.others) / static_cast<double>(all);
  if (custom.times >= kFewestStrict && share <= kMostOthersStrict)
    custom.strength = CustomStrength::kStrict;
  else if (custom.times >= kFewestUsual && share <= kMostOthersUsual)
    custom.strength = CustomStrength::kUsual;
  return custom;
}

}  // namespace emend::correct
