// Words as a tree of bytes, each with the cost of its commonest word below: what a search for candidates walks.
//
// Costs are natural logarithms of unigram probabilities with the sign turned. Read-only after construction, so any
// number of threads may use it.
#pragma once

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
  unsigned char label(std::uint32_t node) const { return nodes_[node].label; }
  // 0 where no word ends.
  std::uint32_t word(std::uint32_t node) const { return nodes_[node].word; }
  float word_cost(std::uint32_t node) const { return nodes_[node].cost; }
  // The least cost of a word that ends here or below.
  float least_cost(std::uint32_t node) const { return nodes_[node].least_cost; }
  // kRoot where there is no such child.
  std::uint32_t child(std::uint32_t node, unsigned char label) const;
  // The node behind all bytes of `path`; kRoot where there is none.
  std::uint32_t descend(std::uint32_t node, std::string_view path) const;

 private:
  struct Node {
    std::uint32_t first_child = 0;
    std::uint32_t word = 0;
    float cost = 0;
    float least_cost = 0;
    unsigned char label = 0;
  };
  std::vector<Node> nodes_;  // level by level; one more at the end closes the last children
};

}  // namespace emend::correct
