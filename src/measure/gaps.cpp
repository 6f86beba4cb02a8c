#include "measure/gaps.h"

#include <string>

namespace emend::measure {

Status for_each_gap(const std::vector<std::u32string_view>& truth, const std::vector<std::u32string_view>& output,
                    const Alignment& alignment,
                    const std::function<Status(std::u32string_view, std::u32string_view)>& take) {
  std::u32string truth_gap;
  std::u32string output_gap;
  const auto close = [&]() -> Status {
    if (truth_gap.empty() && output_gap.empty()) return {};
    Status taken = take(truth_gap, output_gap);
    truth_gap.clear();
    output_gap.clear();
    return taken;
  };
  auto truth_word = truth.begin();
  auto output_word = output.begin();
  for (const Step step : alignment.steps) {
    if (step == Step::kMatch) {
      if (Status closed = close(); !closed) return closed;
      ++truth_word;
      ++output_word;
      continue;
    }
    if (step != Step::kExtra) truth_gap.append(*truth_word++) += U' ';
    if (step != Step::kMissing) output_gap.append(*output_word++) += U' ';
  }
  return close();
}

}  // namespace emend::measure
