#include "train/lm/quantised_model.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace emend::train {
namespace {

constexpr std::size_t kCodes = 256;

// Even steps between the smallest and the largest logarithm; `first` codes are left free.
struct Codes {
  std::vector<std::uint8_t> of;
  std::array<float, kCodes> log_values{};
};

Codes quantised(const std::vector<double>& values, std::size_t first) {
  Codes codes;
  codes.of.resize(values.size());
  if (values.empty()) return codes;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double low = std::log10(*least);
  const double step = (std::log10(*most) - low) / static_cast<double>(kCodes - 1 - first);
  std::array<double, kCodes> sums{};
  std::array<double, kCodes> counts{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double place = step > 0 ? std::round((std::log10(values[i]) - low) / step) : 0;
    const auto code = static_cast<std::uint8_t>(first + static_cast<std::size_t>(place));
    codes.of[i] = code;
    sums[code] += values[i];
    ++counts[code];
  }
  for (std::size_t code = first; code < kCodes; ++code)
    if (counts[code] > 0) codes.log_values[code] = static_cast<float>(std::log10(sums[code] / counts[code]));
  return codes;
}

// The model as it will be read, for sums over shorter histories.
class Stored {
 public:
  Stored(const std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout) : levels_(levels), layout_(layout) {
    for (std::size_t k = 0; k < levels.size(); ++k) {
      std::vector<double> values;
      values.reserve(levels[k].size());
      // A float of 1 and above would be a probability of more than certainty; the file holds logarithms up to 0.
      for (const Ngram& ngram : levels[k]) values.push_back(std::min<double>(ngram.probability, 1));
      probabilities_.push_back(quantised(values, 0));
    }
    backoffs_.resize(levels.size());
  }

  const Codes& probabilities(std::size_t k) const { return probabilities_[k]; }
  const Codes& backoffs(std::size_t k) const { return backoffs_[k]; }

  // Histories of one more symbol, the shorter ones being done.
  void compute_backoffs(std::size_t k) {
    const std::vector<Ngram>& histories = levels_[k];
    const std::vector<Ngram>& level = levels_[k + 1];
    const auto length = static_cast<unsigned>(k + 2);
    std::vector<double> values;  // of the histories that have continuations
    std::vector<std::size_t> places;
    std::size_t end = 0;
    for (std::size_t i = 0; i < histories.size(); ++i) {
      double mass = 1;
      double lower_mass = 1;
      const std::size_t begin = end;
      for (; end < level.size() && layout_.prefix(level[end].key) == histories[i].key; ++end) {
        mass -= std::pow(10.0, probabilities_[k + 1].log_values[probabilities_[k + 1].of[end]]);
        lower_mass -= probability(layout_.suffix(level[end].key, length), length - 1);
      }
      if (begin == end) continue;
      // Where all symbols follow there is nothing to back off to, and any weight will do.
      const double weight = mass > kLeastMass && lower_mass > kLeastMass ? mass / lower_mass : kLeastMass;
      values.push_back(std::clamp(weight, kLeastMass, 1 / kLeastMass));
      places.push_back(i);
    }
    EMEND_ASSUME(end == level.size(), "every n-gram has its prefix");
    // Code 0 is a weight of 1, for histories without continuations.
    const Codes some = quantised(values, 1);
    Codes& all = backoffs_[k];
    all.log_values = some.log_values;
    all.of.assign(histories.size(), 0);
    for (std::size_t i = 0; i < places.size(); ++i) all.of[places[i]] = some.of[i];
  }

 private:
  static constexpr double kLeastMass = 1e-7;

  // The place of an n-gram, or its level's size.
  std::size_t find(std::uint64_t key, unsigned length) const {
    const std::vector<Ngram>& level = levels_[length - 1];
    if (length == 1) return static_cast<std::size_t>(key);
    const auto found = std::lower_bound(level.begin(), level.end(), key,
                                        [](const Ngram& ngram, std::uint64_t wanted) { return ngram.key < wanted; });
    if (found == level.end() || found->key != key) return level.size();
    return static_cast<std::size_t>(found - level.begin());
  }

  double probability(std::uint64_t key, unsigned length) const {
    double weight = 1;
    while (true) {
      const std::size_t place = find(key, length);
      const Codes& codes = probabilities_[length - 1];
      if (place < levels_[length - 1].size()) return weight * std::pow(10.0, codes.log_values[codes.of[place]]);
      const std::size_t history = find(layout_.prefix(key), length - 1);
      if (history < levels_[length - 2].size())
        weight *= std::pow(10.0, backoffs_[length - 2].log_values[backoffs_[length - 2].of[history]]);
      key = layout_.suffix(key, length);
      --length;
    }
  }

  const std::vector<std::vector<Ngram>>& levels_;
  const KeyLayout& layout_;
  std::vector<Codes> probabilities_;
  std::vector<Codes> backoffs_;
};

}  // namespace

std::vector<lm::TrieLevel> quantised_model(const std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout) {
  Stored stored(levels, layout);
  for (std::size_t k = 0; k + 1 < levels.size(); ++k) stored.compute_backoffs(k);

  std::vector<lm::TrieLevel> out(levels.size());
  for (std::size_t k = 0; k < levels.size(); ++k) {
    lm::TrieLevel& level = out[k];
    for (const Ngram& ngram : levels[k]) level.symbols.push_back(layout.last(ngram.key));
    level.log_probability_codes = stored.probabilities(k).of;
    level.log_probabilities = stored.probabilities(k).log_values;
    for (float& value : level.log_probabilities) value = std::min(value, 0.0f);
    if (k + 1 == levels.size()) break;
    level.log_backoff_codes = stored.backoffs(k).of;
    level.log_backoffs = stored.backoffs(k).log_values;
    std::uint32_t child = 0;
    for (const Ngram& ngram : levels[k]) {
      level.first_child.push_back(child);
      while (child < levels[k + 1].size() && layout.prefix(levels[k + 1][child].key) == ngram.key) ++child;
    }
    level.first_child.push_back(child);
  }
  return out;
}

}  // namespace emend::train
