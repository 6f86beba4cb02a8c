#include "train/lm/kneser_ney.h"

#include <algorithm>

namespace emend::train {
namespace {

// When a text is too small to have every count of counts.
constexpr Discounts kUsualDiscounts = {{0.6, 1.0, 1.4}};

double discount_of(const Discounts& discounts, std::uint32_t count) {
  return discounts.of[std::min<std::uint32_t>(count, 3) - 1];
}

std::vector<Ngram> with_every_symbol(const std::vector<Ngram>& seen, std::size_t symbols) {
  std::vector<Ngram> all(symbols);
  for (std::size_t i = 0; i < symbols; ++i) all[i].key = i;
  for (const Ngram& ngram : seen) all[ngram.key] = ngram;
  return all;
}

}  // namespace

Discounts estimated_discounts(const std::vector<Ngram>& ngrams) {
  std::array<double, 5> n{};
  for (const Ngram& ngram : ngrams)
    if (ngram.count > 0 && ngram.count <= 4) ++n[ngram.count];
  if (n[1] == 0 || n[2] == 0 || n[3] == 0 || n[4] == 0) return kUsualDiscounts;
  const double y = n[1] / (n[1] + 2 * n[2]);
  Discounts discounts;
  for (std::size_t i = 1; i <= 3; ++i) {
    const double estimate = static_cast<double>(i) - static_cast<double>(i + 1) * y * n[i + 1] / n[i];
    // Small texts can give a discount outside the count; a little must be left on both sides.
    discounts.of[i - 1] = std::clamp(estimate, 0.1 * static_cast<double>(i), 0.95 * static_cast<double>(i));
  }
  return discounts;
}

void estimate_probabilities(std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout, std::size_t symbols) {
  for (std::size_t k = 0; k < levels.size(); ++k) {
    const Discounts discounts = estimated_discounts(levels[k]);
    if (k == 0) levels[0] = with_every_symbol(levels[0], symbols);
    std::vector<Ngram>& level = levels[k];
    const auto length = static_cast<unsigned>(k + 1);

    for (std::size_t begin = 0; begin < level.size();) {
      const std::uint64_t prefix = layout.prefix(level[begin].key);
      double total = 0;
      double left = 0;  // what the discounts leave for the shorter n-grams
      std::size_t end = begin;
      for (; end < level.size() && layout.prefix(level[end].key) == prefix; ++end) {
        if (level[end].count == 0) continue;
        total += level[end].weight;
        left += level[end].weight * discount_of(discounts, level[end].count) / level[end].count;
      }
      const double backoff = total > 0 ? left / total : 1;
      // The shorter n-grams of one history are sorted as these are, so one walk finds them all.
      const std::vector<Ngram>* shorter = k == 0 ? nullptr : &levels[k - 1];
      std::size_t place = 0;
      for (std::size_t i = begin; i < end; ++i) {
        Ngram& ngram = level[i];
        double lower = 1.0 / static_cast<double>(symbols);
        if (shorter != nullptr) {
          const std::uint64_t key = layout.suffix(ngram.key, length);
          place = static_cast<std::size_t>(
              std::lower_bound(shorter->begin() + static_cast<std::ptrdiff_t>(place), shorter->end(), key,
                               [](const Ngram& other, std::uint64_t wanted) { return other.key < wanted; }) -
              shorter->begin());
          lower = (*shorter)[place].probability;
        }
        double own = 0;
        if (ngram.count > 0) own = ngram.weight * (1 - discount_of(discounts, ngram.count) / ngram.count) / total;
        ngram.probability = static_cast<float>(own + backoff * lower);
      }
      begin = end;
    }
  }
}

}  // namespace emend::train
