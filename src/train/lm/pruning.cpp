#include "train/lm/pruning.h"

#include <algorithm>
#include <cmath>

namespace emend::train {
namespace {

// The n-gram with this key; it is there.
std::size_t place_of(const std::vector<Ngram>& level, std::uint64_t key, std::size_t from = 0) {
  return static_cast<std::size_t>(
      std::lower_bound(level.begin() + static_cast<std::ptrdiff_t>(from), level.end(), key,
                       [](const Ngram& ngram, std::uint64_t wanted) { return ngram.key < wanted; }) -
      level.begin());
}

// Mass that is left for unseen symbols is never nothing; rounding may say so.
constexpr double kLeastMass = 1e-9;

// See PruningOptions::threshold.
constexpr double kShorterFactor = 2;

// Relative entropies of one history: `p` the stored probabilities, `lower` those of the shorter history.
// Formulas (12) to (15) of the paper.
double entropy_change(double history, double p, double lower, double mass, double lower_mass) {
  const double backoff = mass / lower_mass;
  const double new_backoff = (mass + p) / (lower_mass + lower);
  const double change =
      p * (std::log(lower) + std::log(new_backoff) - std::log(p)) + mass * (std::log(new_backoff) - std::log(backoff));
  return -history * change;
}

}  // namespace

void prune(std::vector<std::vector<Ngram>>& levels, const KeyLayout& layout, const PruningOptions& options) {
  double text_size = 0;
  for (const Ngram& ngram : levels[0]) text_size += ngram.occurrences;

  for (std::size_t k = levels.size() - 1; k > 0; --k) {
    std::vector<Ngram>& level = levels[k];
    const std::vector<Ngram>& shorter = levels[k - 1];
    const auto length = static_cast<unsigned>(k + 1);
    const bool is_longest = k + 1 == levels.size();

    std::size_t kept = 0;
    std::size_t child = 0;  // in the level above, which is pruned already
    std::vector<double> lower;
    for (std::size_t begin = 0; begin < level.size();) {
      const std::uint64_t prefix = layout.prefix(level[begin].key);
      std::size_t end = begin;
      std::size_t place = 0;
      double mass = 1;
      double lower_mass = 1;
      lower.clear();
      for (; end < level.size() && layout.prefix(level[end].key) == prefix; ++end) {
        place = place_of(shorter, layout.suffix(level[end].key, length), place);
        lower.push_back(shorter[place].probability);
        mass -= level[end].probability;
        lower_mass -= lower.back();
      }
      mass = std::max(mass, kLeastMass);
      lower_mass = std::max(lower_mass, kLeastMass);
      const double history = shorter[place_of(shorter, prefix)].occurrences / text_size;
      for (std::size_t i = begin; i < end; ++i) {
        const Ngram ngram = level[i];
        bool stays = false;
        if (!is_longest) {
          const std::vector<Ngram>& above = levels[k + 1];
          while (child < above.size() && layout.prefix(above[child].key) < ngram.key) ++child;
          stays = child < above.size() && layout.prefix(above[child].key) == ngram.key;
        }
        if (!stays && (!is_longest || ngram.count >= options.least_count)) {
          const double change = entropy_change(history, ngram.probability, lower[i - begin], mass, lower_mass);
          stays = std::expm1(change) >= (is_longest ? 1 : kShorterFactor) * options.threshold;
        }
        if (stays) level[kept++] = ngram;
      }
      begin = end;
    }
    level.resize(kept);
    level.shrink_to_fit();
  }
}

}  // namespace emend::train
