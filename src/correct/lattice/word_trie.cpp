#include "correct/lattice/word_trie.h"

#include <algorithm>
#include <limits>

namespace emend::correct {

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
    nodes_[node].least_cost = std::numeric_limits<float>::infinity();
    if (i < range.last && words[i].form.size() == range.depth) {
      nodes_[node].word = words[i].id;
      nodes_[node].cost = nodes_[node].least_cost = words[i].cost;
      ++i;
    }
    while (i < range.last) {
      const char label = words[i].form[range.depth];
      std::size_t end = i + 1;
      while (end < range.last && words[end].form[range.depth] == label) ++end;
      nodes_.push_back({});
      nodes_.back().label = static_cast<unsigned char>(label);
      ranges.push_back({i, end, range.depth + 1});
      parents.push_back(static_cast<std::uint32_t>(node));
      i = end;
    }
  }
  for (std::size_t node = nodes_.size(); node-- > 1;) {
    float& above = nodes_[parents[node]].least_cost;
    above = std::min(above, nodes_[node].least_cost);
  }
  nodes_.push_back({});
  nodes_.back().first_child = static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t WordTrie::child(std::uint32_t node, unsigned char label) const {
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
