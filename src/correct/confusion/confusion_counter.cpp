#include "correct/confusion/confusion_counter.h"

#include "correct/confusion/aligned_text.h"
#include "text/utf8.h"

namespace emend::correct {

void ConfusionCounter::add(std::string_view seen_text, std::string_view meant_text) {
  const AlignedText text = aligned_text(seen_text, meant_text);
  const std::u32string& meant = text.meant;
  for (std::size_t i = 0; i < text.steps.size(); ++i) {
    if (!text.is_trusted[i]) continue;
    const AlignedStep& step = text.steps[i];
    ++places_;
    for (std::size_t at = step.meant_begin; at < step.meant_end; ++at)
      for (std::size_t length = 1; length <= kLongestConfusion && at + length <= meant.size(); ++length)
        ++meant_[meant.substr(at, length)];
    if (step.is_equal) continue;
    const std::u32string meant_run = meant.substr(step.meant_begin, step.meant_end - step.meant_begin);
    const std::u32string seen_run = text.seen.substr(step.seen_begin, step.seen_end - step.seen_begin);
    if (meant_run.size() != seen_run.size()) {
      ++confused_[{meant_run, seen_run}];
      continue;
    }
    // As many characters for as many are misread one by one.
    for (std::size_t at = 0; at < meant_run.size(); ++at)
      if (meant_run[at] != seen_run[at])
        ++confused_[{std::u32string(1, meant_run[at]), std::u32string(1, seen_run[at])}];
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
