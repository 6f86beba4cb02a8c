#include "correct/confusion/confusion_counter.h"

#include <algorithm>

#include "correct/confusion/alignment.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Of the steps that are at most this far away, so many must be equal for a difference to count.
constexpr std::size_t kWindow = 12;
constexpr double kLeastShareEqual = 0.4;

}  // namespace

void ConfusionCounter::add(std::string_view seen_text, std::string_view meant_text) {
  std::u32string seen = text::to_code_points(seen_text);
  std::u32string meant = text::to_code_points(meant_text);
  for (std::u32string* each : {&seen, &meant})
    for (char32_t& c : *each)
      if (text::is_space(c)) c = U' ';
  const std::vector<AlignedStep> steps = align(seen, meant);

  std::vector<std::size_t> equal_before(steps.size() + 1, 0);
  for (std::size_t i = 0; i < steps.size(); ++i) equal_before[i + 1] = equal_before[i] + steps[i].is_equal;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::size_t begin = i > kWindow ? i - kWindow : 0;
    const std::size_t end = std::min(steps.size(), i + kWindow + 1);
    const auto equal = static_cast<double>(equal_before[end] - equal_before[begin]);
    if (equal < kLeastShareEqual * static_cast<double>(end - begin)) continue;
    const AlignedStep& step = steps[i];
    ++places_;
    for (std::size_t at = step.meant_begin; at < step.meant_end; ++at)
      for (std::size_t length = 1; length <= kLongestConfusion && at + length <= meant.size(); ++length)
        ++meant_[meant.substr(at, length)];
    if (!step.is_equal)
      ++confused_[{meant.substr(step.meant_begin, step.meant_end - step.meant_begin),
                   seen.substr(step.seen_begin, step.seen_end - step.seen_begin)}];
  }
}

std::vector<Confusion> ConfusionCounter::confused() const {
  std::vector<Confusion> confusions;
  for (const auto& [runs, count] : confused_)
    if (runs.first != runs.second)
      confusions.push_back({text::to_utf8(runs.second), text::to_utf8(runs.first), count, count});
  return confusions;
}

ConfusionModel ConfusionCounter::model(const ConfusionCountOptions& options) const {
  std::vector<Confusion> confusions;
  for (const auto& [runs, count] : confused_) {
    const auto& [meant, seen] = runs;
    if (count < options.least_count || seen == meant) continue;
    const auto total = meant_.find(meant);
    const double of = meant.empty() ? places_ : total == meant_.end() ? 0 : total->second;
    if (of < count) continue;
    confusions.push_back({text::to_utf8(seen), text::to_utf8(meant), count - options.discount, of});
  }
  return ConfusionModel(std::move(confusions));
}

}  // namespace emend::correct
