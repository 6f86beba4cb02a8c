#include "lm/ngram_trie.h"

#include <cmath>

#include "lm/lm_file.h"

namespace emend::lm {
namespace {

// Below any probability of a model that was really trained; keeps sums over hostile tables finite.
constexpr float kLargestLog = 100.0f;

constexpr std::size_t kTableBytes = 256 * sizeof(float);

bool is_sane(const std::array<float, 256>& table, float largest) {
  for (const float value : table)
    if (!std::isfinite(value) || value < -kLargestLog || value > largest) return false;
  return true;
}

}  // namespace

// Section: order (u32), bits of an id (u32), the size of each level (u64); per level 256 log10 probabilities and,
// but for the last level, 256 log10 back-offs (float); then the records of each level, from a multiple of 8 bytes.
Result<NgramTrie> NgramTrie::read(std::string_view section, std::size_t symbols, const std::string& subject) {
  const auto damaged = [&] { return unreadable_model(subject, "the n-grams of the language model are damaged"); };
  if (section.size() < 8) return damaged();
  const auto order = read_value<std::uint32_t>(section.data(), 0);
  const auto id_bits = read_value<std::uint32_t>(section.data(), 4);
  if (order < 1 || order > kLargestOrder || id_bits < 1 || id_bits > 24) return damaged();
  std::size_t place = 8 + order * sizeof(std::uint64_t);
  if (section.size() < place + (2 * order - 1) * kTableBytes) return damaged();

  NgramTrie trie;
  trie.levels_.resize(order);
  for (std::size_t k = 0; k < order; ++k) {
    const auto size = read_value<std::uint64_t>(section.data(), 8 + k * sizeof(std::uint64_t));
    // Also keeps every product of a place and a record width far inside 64 bits.
    if (size >= NgramState::kNoNode) return damaged();
    trie.levels_[k].size = static_cast<std::uint32_t>(size);
  }
  if (trie.levels_[0].size != symbols) return damaged();

  for (std::size_t k = 0; k < order; ++k) {
    Level& level = trie.levels_[k];
    std::memcpy(level.log_probabilities.data(), section.data() + place, kTableBytes);
    place += kTableBytes;
    if (!is_sane(level.log_probabilities, 0.0f)) return damaged();
    if (k + 1 == order) continue;
    std::memcpy(level.log_backoffs.data(), section.data() + place, kTableBytes);
    place += kTableBytes;
    if (!is_sane(level.log_backoffs, kLargestLog)) return damaged();
  }

  for (std::size_t k = 0; k < order; ++k) {
    Level& level = trie.levels_[k];
    const bool is_last = k + 1 == order;
    level.id_bits = k == 0 ? 0 : id_bits;
    level.child_bits = is_last ? 0 : bits_for(trie.levels_[k + 1].size);
    level.record_bits = level.id_bits + kCodeBits + (is_last ? 0 : kCodeBits + level.child_bits);
    // All levels but the last end in one more record, which only says where the continuations end.
    const std::uint64_t records = std::uint64_t{level.size} + (is_last ? 0 : 1);
    const std::uint64_t bytes = (records * level.record_bits + 7) / 8;
    place = (place + 7) / 8 * 8;
    if (place > section.size() || bytes > section.size() - place) return damaged();
    level.records = section.data() + place;
    place += bytes;
  }

  for (std::size_t k = 0; k + 1 < order; ++k) {
    const Level& level = trie.levels_[k];
    std::uint32_t previous = 0;
    for (std::uint32_t i = 0; i <= level.size; ++i) {
      const std::uint32_t first = trie.first_child(level, i);
      if (first < previous || (i == 0 && first != 0)) return damaged();
      previous = first;
    }
    if (previous != trie.levels_[k + 1].size) return damaged();
  }
  return trie;
}

// The place of `symbol` among the continuations of `node`, or kNoNode. Ids are about evenly spread, so two guesses come
// close, and doubling steps from there stay in a few lines of the cache; then halving. A table that is not sorted costs
// an answer and never the bounds.
std::uint32_t NgramTrie::find_child(std::size_t level, std::uint32_t node, std::uint32_t symbol) const {
  const Level& here = levels_[level];
  const Level& below = levels_[level + 1];
  std::uint32_t low = first_child(here, node);
  std::uint32_t high = first_child(here, node + 1);
  std::uint32_t least = 0;                 // an id at `low` is not below
  std::uint32_t beyond = levels_[0].size;  // an id before `high` is below
  for (int guesses = 0; guesses < 2 && high - low > 2 * kFew; ++guesses) {
    const std::uint32_t place = guess(low, high, symbol, least, beyond);
    const std::uint32_t found = id(below, place);
    if (found == symbol) return place;
    if (found < symbol) {
      low = place + 1;
      least = found + 1;
      for (std::uint32_t step = kFew; step < high - low; step *= 2) {
        const std::uint32_t further = id(below, low + step);
        if (further > symbol) {
          high = low + step;
          beyond = further;
          break;
        }
        if (further == symbol) return low + step;
        low += step + 1;
        least = further + 1;
      }
    } else {
      high = place;
      beyond = found;
      for (std::uint32_t step = kFew; step < high - low; step *= 2) {
        const std::uint32_t further = id(below, high - step);
        if (further < symbol) {
          low = high - step + 1;
          least = further + 1;
          break;
        }
        if (further == symbol) return high - step;
        high -= step;
        beyond = further;
      }
    }
  }
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const std::uint32_t found = id(below, middle);
    if (found == symbol) return middle;
    if (found < symbol)
      low = middle + 1;
    else
      high = middle;
  }
  return NgramState::kNoNode;
}

// Where find_child() looks first.
void NgramTrie::prefetch_child(std::size_t level, std::uint32_t node, std::uint32_t symbol) const {
  const std::uint32_t low = first_child(levels_[level], node);
  const std::uint32_t high = first_child(levels_[level], node + 1);
  if (high - low > 2 * kFew)
    prefetch(levels_[level + 1], guess(low, high, symbol, 0, levels_[0].size));
  else if (high > low)
    prefetch(levels_[level + 1], low + (high - low) / 2);
}

float NgramTrie::score(const NgramState& state, std::uint32_t symbol, NgramState& next) const {
  const NgramState from = state;
  float log_p = log_probability(levels_[0], symbol);
  next = {};
  if (levels_.size() > 1 && has_children(levels_[0], symbol)) {
    next.nodes[0] = symbol;
    next.length = 1;
  }
  for (std::uint32_t k = 1; k <= from.length; ++k) {
    const std::uint32_t node = from.nodes[k - 1];
    if (node == NgramState::kNoNode) continue;
    const std::uint32_t found = find_child(k - 1, node, symbol);
    if (found == NgramState::kNoNode) {
      log_p += log_backoff(levels_[k - 1], node);
      continue;
    }
    log_p = log_probability(levels_[k], found);
    if (k + 1 < levels_.size() && has_children(levels_[k], found)) {
      for (std::uint32_t gap = next.length; gap < k; ++gap) next.nodes[gap] = NgramState::kNoNode;
      next.nodes[k] = found;
      next.length = k + 1;
    }
  }
  return log_p;
}

}  // namespace emend::lm
