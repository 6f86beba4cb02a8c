#include "correct/lattice/word_trie.h"

#include <algorithm>
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
  // A place for each byte of a word that the word before it does not begin with, too, and one at each end.
  std::size_t places = 2;
  std::string_view before;
  for (const TrieWord& word : words) {
    const auto differ = std::mismatch(before.begin(), before.end(), word.form.begin(), word.form.end()).second;
    places += static_cast<std::size_t>(word.form.end() - differ);
    before = word.form;
  }
  nodes_.reserve(places);
  labels_.reserve(places);
  words_.reserve(words.size() + 1);
  words_.push_back({});
  const auto add_node = [&](unsigned char label) {
    nodes_.push_back({});
    nodes_.back().least.fill(std::numeric_limits<std::uint8_t>::max());
    labels_.push_back(label);
  };
  add_node(0);

  // One level after the other, so that the children of a node are made side by side.
  struct Range {
    std::uint32_t first, last;
  };
  std::vector<Range> level = {{0, static_cast<std::uint32_t>(words.size())}};
  std::vector<Range> below;
  std::size_t node = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    for (const Range& range : level) {
      Node& here = nodes_[node++];
      std::uint32_t i = range.first;
      here.first_child = static_cast<std::uint32_t>(nodes_.size());
      if (i < range.last && words[i].form.size() == depth) {
        here.word = static_cast<std::uint32_t>(words_.size());
        words_.push_back({words[i].id, words[i].cost});
        here.least[0] = static_cast<std::uint8_t>(std::clamp(std::floor(kSteps * words[i].cost), 0.0f, 255.0f));
        ++i;
      }
      while (i < range.last) {
        const char letter = words[i].form[depth];
        const auto label = static_cast<unsigned char>(letter);
        std::uint32_t end = i + 1;
        while (end < range.last && words[end].form[depth] == letter) ++end;
        const unsigned bit = bit_of(label);
        // What lies behind the letters disturbs no counting.
        if (bit != kNoBit)
          here.labels |= std::uint32_t{1} << bit;
        else if (label < 'z')
          here.labels |= kOtherLabels;
        add_node(label);
        below.push_back({i, end});
        i = end;
      }
    }
    level.swap(below);
    below.clear();
  }
  add_node(0);
  nodes_.back().first_child = static_cast<std::uint32_t>(nodes_.size() - 1);
  estimate();
}

// First the least cost of the words below by the number of their bytes to come, then what other numbers cost more.
void WordTrie::estimate() {
  const std::size_t size = nodes_.size() - 1;
  for (std::size_t node = size; node-- > 0;) {
    auto& above = nodes_[node].least;
    for (std::size_t child = nodes_[node].first_child; child < nodes_[node + 1].first_child; ++child) {
      const auto& below = nodes_[child].least;
      for (std::size_t bytes = 1; bytes < kLengths; ++bytes) above[bytes] = std::min(above[bytes], below[bytes - 1]);
      above[kLengths - 1] = std::min(above[kLengths - 1], below[kLengths - 1]);
    }
  }
  constexpr auto kOfByte = static_cast<unsigned>(kSteps * kCostOfByte);
  constexpr auto kOfSplit = static_cast<unsigned>(kSteps * kCostOfSplit);
  for (std::size_t node = 0; node < size; ++node) {
    auto& least = nodes_[node].least;
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
    if (labels_[i] == label) return i;
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
