#include "correct/lattice/word_trie.h"

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

// Sorted by their bytes.
WordTrie trie() {
  return WordTrie({{"'tis", 1, 9},
                   {"a", 2, 3},
                   {"cat", 3, 8},
                   {"co-op", 4, 12},
                   {"o'clock", 5, 10},
                   {"zoo", 6, 11},
                   {"é", 7, 14},
                   {"été", 8, 13}});
}

TEST(WordTrie, FindsEveryWordAndNothingElse) {
  const WordTrie words = trie();
  const std::pair<const char*, std::uint32_t> all[] = {{"'tis", 1},    {"a", 2},   {"cat", 3}, {"co-op", 4},
                                                       {"o'clock", 5}, {"zoo", 6}, {"é", 7},   {"été", 8}};
  for (const auto& [form, id] : all) EXPECT_EQ(words.word(words.descend(WordTrie::kRoot, form)), id) << form;
  for (const char* form : {"b", "ca-", "coop", "zz", "è", "o'clocks"})
    EXPECT_EQ(words.descend(WordTrie::kRoot, form), WordTrie::kRoot) << form;
  EXPECT_EQ(words.word(words.descend(WordTrie::kRoot, "ca")), 0u);
}

TEST(WordTrie, EstimatesByWhatIsStillSeen) {
  const WordTrie words = trie();
  // No word of seven bytes is as cheap as "o'clock"; a shorter one costs more for what it leaves out.
  EXPECT_NEAR(words.least_cost(WordTrie::kRoot, 7), 10, 0.13);
  EXPECT_NEAR(words.least_cost(WordTrie::kRoot, 1), 3, 0.13);
  EXPECT_GT(words.least_cost(WordTrie::kRoot, 3), 5);
  EXPECT_LE(words.least_cost(WordTrie::kRoot, 3), 8);
  // Never more than what the words below cost that have as many bytes.
  const std::uint32_t c = words.descend(WordTrie::kRoot, "c");
  EXPECT_LE(words.least_cost(c, 2), 8);
  EXPECT_LE(words.least_cost(c, 4), 12);
}

}  // namespace
}  // namespace emend::correct
