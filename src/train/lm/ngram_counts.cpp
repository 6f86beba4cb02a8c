#include "train/lm/ngram_counts.h"

#include <algorithm>
#include <utility>

namespace emend::train {
namespace {

void sort_by_key(std::vector<Ngram>& ngrams) {
  std::stable_sort(ngrams.begin(), ngrams.end(), [](const Ngram& a, const Ngram& b) { return a.key < b.key; });
}

std::vector<Ngram> counted(std::vector<Event> events) {
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return std::pair(a.key, a.weight) < std::pair(b.key, b.weight); });
  std::vector<Ngram> ngrams;
  for (const Event& event : events) {
    if (ngrams.empty() || ngrams.back().key != event.key) ngrams.push_back({event.key});
    Ngram& ngram = ngrams.back();
    ++ngram.count;
    ngram.occurrences += event.weight;
  }
  for (Ngram& ngram : ngrams) ngram.weight = static_cast<float>(ngram.occurrences);
  return ngrams;
}

// The n-grams without their first symbol, each counted once for every symbol that it lost.
std::vector<Ngram> continuations(const std::vector<Ngram>& longer, unsigned length, const KeyLayout& layout) {
  std::vector<Ngram> all;
  all.reserve(longer.size());
  for (const Ngram& ngram : longer)
    all.push_back(
        {layout.suffix(ngram.key, length), 1, ngram.weight / static_cast<float>(ngram.count), ngram.occurrences, 0});
  sort_by_key(all);
  std::size_t size = 0;
  for (const Ngram& ngram : all) {
    if (size > 0 && all[size - 1].key == ngram.key) {
      Ngram& same = all[size - 1];
      same.count += ngram.count;
      same.weight += ngram.weight;
      same.occurrences += ngram.occurrences;
    } else {
      all[size++] = ngram;
    }
  }
  all.resize(size);
  all.shrink_to_fit();
  return all;
}

}  // namespace

EventList::EventList(KeyLayout layout, std::uint32_t boundary)
    : layout_(layout), boundary_(boundary), events_(layout.order) {
  restart();
}

void EventList::restart() {
  history_ = boundary_;
  history_length_ = 1;
}

void EventList::add(std::uint32_t symbol, float weight) {
  const std::uint64_t key = history_ << layout_.symbol_bits | symbol;
  const unsigned length = history_length_ + 1;
  events_[length - 1].push_back({key, weight});
  if (symbol == boundary_) return restart();
  history_length_ = std::min(length, layout_.order - 1);
  history_ = key & layout_.mask(history_length_);
}

std::vector<std::vector<Ngram>> EventList::take_counts() {
  std::vector<std::vector<Ngram>> levels(layout_.order);
  for (unsigned length = layout_.order; length > 0; --length) {
    std::vector<Ngram>& level = levels[length - 1];
    level = counted(std::exchange(events_[length - 1], {}));
    if (length == layout_.order) continue;
    // What begins with a boundary is in one of the two lists only, as nothing precedes a boundary.
    std::vector<Ngram> shorter = continuations(levels[length], length + 1, layout_);
    level.insert(level.end(), shorter.begin(), shorter.end());
    sort_by_key(level);
  }
  return levels;
}

}  // namespace emend::train
