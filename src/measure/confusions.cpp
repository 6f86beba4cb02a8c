#include "measure/confusions.h"

#include <algorithm>

#include "measure/gaps.h"

namespace emend::measure {
namespace {

// Passages longer than this (code points) were lost, invented or moved; aligning their characters would show chance.
constexpr std::size_t kLongestGap = 400;

class RunCounter {
 public:
  explicit RunCounter(ConfusionTable& table) : table_(table) {}

  void flush() {
    if (truth_.empty() && output_.empty()) return;
    if (truth_.size() > kLongestConfusion || output_.size() > kLongestConfusion)
      ++table_.long_runs;
    else
      ++table_.counts[{truth_, output_}];
    truth_.clear();
    output_.clear();
  }

  Status count(std::u32string_view truth, std::u32string_view output) {
    if (truth.size() > kLongestGap || output.size() > kLongestGap) {
      ++table_.long_runs;
      return {};
    }
    const auto alignment = align(truth, output);
    if (!alignment) return fail(alignment.error());
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step step : alignment->steps) {
      if (step == Step::kMatch) flush();
      const bool takes_truth = step != Step::kExtra;
      const bool takes_output = step != Step::kMissing;
      if (step != Step::kMatch && takes_truth) truth_ += truth[i];
      if (step != Step::kMatch && takes_output) output_ += output[j];
      i += takes_truth ? 1 : 0;
      j += takes_output ? 1 : 0;
    }
    flush();
    return {};
  }

 private:
  ConfusionTable& table_;
  std::u32string truth_;
  std::u32string output_;
};

}  // namespace

void ConfusionTable::add(const ConfusionTable& other) {
  for (const auto& [confusion, count] : other.counts) counts[confusion] += count;
  long_runs += other.long_runs;
}

std::vector<std::pair<Confusion, std::size_t>> ConfusionTable::ranked() const {
  std::vector<std::pair<Confusion, std::size_t>> ranked(counts.begin(), counts.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return ranked;
}

Status count_confusions(const std::vector<std::u32string_view>& truth, const std::vector<std::u32string_view>& output,
                        const Alignment& alignment, ConfusionTable& table) {
  RunCounter counter(table);
  return for_each_gap(truth, output, alignment, [&](std::u32string_view truth_gap, std::u32string_view output_gap) {
    return counter.count(truth_gap, output_gap);
  });
}

}  // namespace emend::measure
