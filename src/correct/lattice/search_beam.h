// The states of one search for candidates: which are known already, and which are worth following.
//
// Of the states at one place of what is seen only the best few are followed, and none that is much worse than the best
// one; a histogram of their estimates, kept while they come, says which. Two states that have the same future become
// one. Keeps its memory between searches; not for several threads at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace emend::correct {

// Longer runs are searched for no candidates. The longest English words have some 25 letters.
inline constexpr std::size_t kLongestRunBytes = 36;

struct SearchState {
  std::uint32_t node = 0;       // of the trie
  std::uint32_t parent = 0;     // the state that this one came from
  std::uint32_t first_ids = 0;  // a mixture of the ids of the words that are complete
  float channel_cost = 0;
  float prior_cost = 0;
  std::uint8_t at = 0;
  std::uint8_t words_done = 0;
  std::uint8_t confusions = 0;
  std::uint8_t joined_spaces = 0;
  std::uint8_t lost_spaces = 0;
  std::uint8_t depth = 0;  // bytes of the current word
  std::uint8_t break_bytes = 0;
  std::uint8_t capitals = 0;  // a bit for each word that begins with a capital
  bool is_dead = false;       // a better one has the same future
};

class SearchBeam {
 public:
  static constexpr std::uint32_t kNoState = 0xFFFFFFFF;

  // Forgets all states. What is seen has so many bytes; about `width` states are followed from each place, and none
  // whose estimate is above `most_cost`.
  void start(std::size_t bytes, std::size_t width, float most_cost);

  // `estimate` is what the way through this state costs in the end, at least.
  void push(const SearchState& state, std::uint32_t parent, float estimate) {
    Column& column = columns_[state.at];
    if (estimate > column.limit || states_.size() >= kMostStates) return;
    std::uint32_t& known = slot_of(state);
    if (known != kNoState) {
      SearchState& other = states_[known];
      if (other.channel_cost + other.prior_cost <= state.channel_cost + state.prior_cost) return;
      other.is_dead = true;
    } else {
      count(column, estimate);
    }
    known = static_cast<std::uint32_t>(states_.size());
    column.states.push_back(known);
    states_.push_back(state);
    states_.back().parent = parent;
  }

  const SearchState& state(std::uint32_t index) const { return states_[index]; }
  // Those at one place, in the order in which they came, and what an estimate must not be above to be followed there.
  // Both change with every push.
  const std::vector<std::uint32_t>& states_at(std::size_t place) const { return columns_[place].states; }
  float limit_at(std::size_t place) const { return columns_[place].limit; }

 private:
  // A power of two, several times the states of a search that is not pruned in time.
  static constexpr std::size_t kSlots = 1u << 13;
  // Steps stop here; the beam makes searches end far below.
  static constexpr std::size_t kMostStates = kSlots / 2;
  // States whose estimate is worse than the best one's by more are not followed.
  static constexpr float kBeamCost = 13.0f;
  // How finely costs are told apart where only the best are kept.
  static constexpr float kBinsPerCost = 4.0f;

  struct Column {
    std::vector<std::uint32_t> states;
    std::array<std::uint16_t, 256> counts{};
    std::size_t total = 0;
    std::size_t last_bin = 0;
    float best = 0;
    float limit = 0;
  };
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t stamp = 0;
    std::uint32_t state = 0;
  };

  std::uint32_t& slot_of(const SearchState& state) {
    const std::uint64_t key = (std::uint64_t{state.node} << 32 | state.first_ids) * 0x9E3779B97F4A7C15ull +
                              std::uint64_t{state.at} * 0xC2B2AE3D27D4EB4Full + state.words_done * 8u + state.capitals;
    for (std::size_t i = (key ^ key >> 29) % kSlots;; i = (i + 1) % kSlots) {
      Slot& slot = slots_[i];
      if (slot.stamp != stamp_) slot = {key, stamp_, kNoState};
      if (slot.key == key) return slot.state;
    }
  }

  void count(Column& column, float estimate) const {
    if (estimate < column.best) {
      column.best = estimate;
      column.limit = std::min(column.limit, estimate + kBeamCost);
    }
    const auto bin = std::min(column.counts.size() - 1, static_cast<std::size_t>(estimate * kBinsPerCost));
    ++column.counts[bin];
    ++column.total;
    while (column.last_bin > 0 && column.total - column.counts[column.last_bin] >= width_) {
      column.total -= column.counts[column.last_bin];
      --column.last_bin;
      column.limit = std::min(column.limit, static_cast<float>(column.last_bin + 1) / kBinsPerCost);
    }
  }

  std::size_t width_ = 0;
  std::vector<SearchState> states_;
  std::array<Column, kLongestRunBytes + 1> columns_;
  std::vector<Slot> slots_;
  std::uint32_t stamp_ = 0;
};

}  // namespace emend::correct
