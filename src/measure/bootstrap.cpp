#include "measure/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

#include "base/check.h"

namespace emend::measure {
namespace {

// Any number would do; a fixed one makes the intervals reproducible.
constexpr std::uint64_t kSeed = 1979;

class SplitMix64 {
 public:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }

  // A number below `bound`, which is far below 2^32: the upper half of the product is uniform enough then.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>((next() >> 32) * bound >> 32); }

 private:
  std::uint64_t state_ = kSeed;
};

double quotient(Part sum) { return sum.size > 0 ? sum.count / sum.size : 0; }

// Calls `take` with the numbers of the documents of each draw.
void draw(std::size_t document_count, const std::function<void(const std::vector<std::size_t>&)>& take) {
  SplitMix64 random;
  std::vector<std::size_t> drawn(document_count);
  for (std::size_t k = 0; k < kResamples; ++k) {
    for (std::size_t& document : drawn) document = random.below(document_count);
    take(drawn);
  }
}

double ratio_of(const std::vector<Part>& documents, const std::vector<std::size_t>& drawn) {
  Part sum;
  for (const std::size_t document : drawn) {
    sum.count += documents[document].count;
    sum.size += documents[document].size;
  }
  return quotient(sum);
}

}  // namespace

double ratio(const std::vector<Part>& documents) {
  Part sum;
  for (const Part& document : documents) {
    sum.count += document.count;
    sum.size += document.size;
  }
  return quotient(sum);
}

std::optional<Interval> interval(const std::vector<Part>& documents) {
  if (documents.size() < 2) return std::nullopt;
  std::vector<double> ratios;
  ratios.reserve(kResamples);
  draw(documents.size(), [&](const auto& drawn) { ratios.push_back(ratio_of(documents, drawn)); });
  std::sort(ratios.begin(), ratios.end());
  // Nearest ranks: the 25th and the 975th of 1000.
  const auto rank = [](double share) {
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(kResamples))) - 1;
  };
  return Interval{ratios[rank((1 - kCoverage) / 2)], ratios[rank((1 + kCoverage) / 2)]};
}

std::optional<double> share_improved(const std::vector<Part>& before, const std::vector<Part>& after) {
  EMEND_ASSUME(before.size() == after.size(), "the two lists are of the same documents");
  if (before.size() < 2) return std::nullopt;
  std::size_t improved = 0;
  draw(before.size(), [&](const auto& drawn) { improved += ratio_of(after, drawn) < ratio_of(before, drawn) ? 1 : 0; });
  return static_cast<double>(improved) / static_cast<double>(kResamples);
}

}  // namespace emend::measure
