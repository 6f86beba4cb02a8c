// Words as a tree of bytes, each place with what a word below it costs at least: what a search for candidates walks.
//
// The cheapest words are short ones. So the estimate asks how many bytes are still seen: a word below that is shorter
// or longer costs more for each byte, as the confusions cost that make up for it. Costs are natural logarithms of
// unigram probabilities with the sign turned. Read-only after construction, so any number of threads may use it.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emend::correct {

struct TrieWord {
  std::string_view form;  // read only during construction
  std::uint32_t id = 0;   // not 0
  float cost = 0;
};

class WordTrie {
 public:
  static constexpr std::uint32_t kRoot = 0;

  WordTrie() = default;
  // `words` are sorted by their bytes, without doubles and without the empty word.
  explicit WordTrie(const std::vector<TrieWord>& words);

  bool is_empty() const { return nodes_.size() <= 2; }
  // Children of a node lie side by side: [first, last).
  std::pair<std::uint32_t, std::uint32_t> children(std::uint32_t node) const {
    return {nodes_[node].first_child, nodes_[node + 1].first_child};
  }
  unsigned char label(std::uint32_t node) const { return labels_[node]; }
  // 0 where no word ends; it costs nothing.
  std::uint32_t word(std::uint32_t node) const { return words_[nodes_[node].word].id; }
  float word_cost(std::uint32_t node) const { return words_[nodes_[node].word].cost; }
  // About the least that a word costs which ends here or below, where `bytes` more are seen.
  float least_cost(std::uint32_t node, std::size_t bytes) const {
    return static_cast<float>(nodes_[node].least[std::min(bytes, kLengths - 1)]) / kSteps;
  }
  // kRoot where there is no such child.
  std::uint32_t child(std::uint32_t node, unsigned char label) const {
    const Node& here = nodes_[node];
    const unsigned bit = bit_of(label);
    const bool has_others = (here.labels & kOtherLabels) != 0;
    if (bit == kNoBit && label < 'z' && !has_others) return kRoot;
    if (bit == kNoBit || has_others) return child_by_search(node, label);
    const std::uint32_t mask = std::uint32_t{1} << bit;
    if ((here.labels & mask) == 0) return kRoot;
    return here.first_child + static_cast<std::uint32_t>(std::popcount(here.labels & (mask - 1)));
  }
  // The node behind all bytes of `path`; kRoot where there is none.
  std::uint32_t descend(std::uint32_t node, std::string_view path) const;

 private:
  static constexpr std::size_t kLengths = 12;  // bytes to come are told apart up to here
  static constexpr float kSteps = 8;           // in one unit of cost
  static constexpr unsigned kNoBit = 32;
  static constexpr std::uint32_t kOtherLabels = std::uint32_t{1} << 31;
  // Small, as a search goes from one to others that lie far away.
  struct Node {
    std::uint32_t first_child = 0;
    std::uint32_t word = 0;    // place in words_
    std::uint32_t labels = 0;  // of the children: an apostrophe and the letters a to z, in this order; kOtherLabels:
                               // there are others before the z
    std::array<std::uint8_t, kLengths> least{};
  };
  struct Word {
    std::uint32_t id = 0;
    float cost = 0;
  };

  static unsigned bit_of(unsigned char label) {
    if (label >= 'a' && label <= 'z') return 1u + label - 'a';
    return label == '\'' ? 0 : kNoBit;
  }
  std::uint32_t child_by_search(std::uint32_t node, unsigned char label) const;
  void estimate();

  std::vector<Node> nodes_;            // level by level; one more at the end closes the last children
  std::vector<unsigned char> labels_;  // of the nodes
  std::vector<Word> words_;            // the first is none
};

}  // namespace emend::correct
