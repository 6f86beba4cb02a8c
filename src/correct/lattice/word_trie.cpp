#include "correct/lattice/word_trie.h"

#include <cmath>
#include <limits>

namespace emend::correct {
namespace {

// About what it costs that a byte more or less is seen than was meant; cheaper ones are rare. And a word that is too
// short may be the first of two.
constexpr float kCostOfByte = 1.75f;
constexpr float kCostOfSplit = 7.0f;

}  // namespace

WordTrie::WordTrie(const std::vector<TrieWord>& words) {
  struct Range {
    std::size_t first, last, depth;
  };
  std::vector<Range> ranges = {{0, words.size(), 0}};
  std::vector<std::uint32_t> parents = {0};
  nodes_.push_back({});
  // One node after the other, so that the children of a node are made side by side.
  for (std::size_t node = 0; node < ranges.size(); ++node) {
    const Range range = ranges[node];
    std::size_t i = range.first;
    nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].least.fill(std::numeric_limits<std::uint8_t>::max());
    if (i < range.last && words[i].form.size() == range.depth) {
      nodes_[node].word = words[i].id;
      nodes_[node].cost = words[i].cost;
      nodes_[node].least[0] = static_cast<std::uint8_t>(std::clamp(std::floor(kSteps * words[i].cost), 0.0f, 255.0f));
      ++i;
    }
    while (i < range.last) {
      const char letter = words[i].form[range.depth];
      const auto label = static_cast<unsigned char>(letter);
      std::size_t end = i + 1;
      while (end < range.last && words[end].form[range.depth] == letter) ++end;
      const unsigned bit = bit_of(label);
      // What lies behind the letters disturbs no counting.
      if (bit != kNoBit)
        nodes_[node].labels |= std::uint32_t{1} << bit;
      else if (label < 'z')
        nodes_[node].labels |= kOtherLabels;
      nodes_.push_back({});
      nodes_.back().label = label;
      ranges.push_back({i, end, range.depth + 1});
      parents.push_back(static_cast<std::uint32_t>(node));
      i = end;
    }
  }
  estimate(parents);
  nodes_.push_back({});
  nodes_.back().first_child = static_cast<std::uint32_t>(nodes_.size() - 1);
}

// First the least cost of the words below by the number of their bytes to come, then what other numbers cost more.
void WordTrie::estimate(const std::vector<std::uint32_t>& parents) {
  for (std::size_t node = nodes_.size(); node-- > 1;) {
    const auto& here = nodes_[node].least;
    auto& above = nodes_[parents[node]].least;
    for (std::size_t bytes = 1; bytes < kLengths; ++bytes) above[bytes] = std::min(above[bytes], here[bytes - 1]);
    above[kLengths - 1] = std::min(above[kLengths - 1], here[kLengths - 1]);
  }
  constexpr auto kOfByte = static_cast<unsigned>(kSteps * kCostOfByte);
  constexpr auto kOfSplit = static_cast<unsigned>(kSteps * kCostOfSplit);
  for (Node& node : nodes_) {
    auto& least = node.least;
    unsigned of_longer = 255;
    std::array<unsigned, kLengths> longer{};
    for (std::size_t bytes = kLengths; bytes-- > 0;)
      longer[bytes] = of_longer = std::min<unsigned>(of_longer + kOfByte, least[bytes]);
    unsigned of_shorter = 255;
    unsigned of_any_shorter = 255;
    for (std::size_t bytes = 0; bytes < kLengths; ++bytes) {
      of_shorter = std::min<unsigned>(of_shorter + kOfByte, least[bytes]);
      of_any_shorter = std::min<unsigned>(of_any_shorter, least[bytes]);
      least[bytes] = static_cast<std::uint8_t>(std::min({of_shorter, of_any_shorter + kOfSplit, longer[bytes], 255u}));
    }
  }
}

std::uint32_t WordTrie::child_by_search(std::uint32_t node, unsigned char label) const {
  const auto [first, last] = children(node);
  for (std::uint32_t i = first; i < last; ++i)
    if (nodes_[i].label == label) return i;
  return kRoot;
}

std::uint32_t WordTrie::descend(std::uint32_t node, std::string_view path) const {
  for (const char c : path) {
    node = child(node, static_cast<unsigned char>(c));
    if (node == kRoot) return kRoot;
  }
  return node;
}

}  // namespace emend::correct
