// How far a figure would move with other documents of the same kind.
//
// Efron, "Bootstrap methods: another look at the jackknife" (Annals of Statistics 1979), percentile intervals; for
// error rates, with whole documents drawn, Bisani and Ney, "Bootstrap estimates for confidence intervals in ASR
// performance evaluation" (ICASSP 2004). The draws come from SplitMix64 (Steele, Lea and Flood, "Fast splittable
// pseudorandom number generators", OOPSLA 2014) with a fixed seed, so the intervals are the same on every run and
// machine. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace emend::measure {

inline constexpr std::size_t kResamples = 1000;
inline constexpr double kCoverage = 0.95;

// A document's share in a figure: errors among so many.
struct Part {
  double count = 0;
  double size = 0;
};

struct Interval {
  double low = 0;
  double high = 0;
};

// The sum of the counts over the sum of the sizes; 0 where there is nothing.
double ratio(const std::vector<Part>& documents);

// Of the ratio. Nothing for fewer than two documents.
std::optional<Interval> interval(const std::vector<Part>& documents);

// The share of draws in which the ratio after is below that before, 0 to 1; both have the same documents in the same
// order. Nothing for fewer than two documents.
std::optional<double> share_improved(const std::vector<Part>& before, const std::vector<Part>& after);

}  // namespace emend::measure
