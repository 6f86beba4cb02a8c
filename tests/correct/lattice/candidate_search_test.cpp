#include "correct/lattice/candidate_search.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

// Sorted by their bytes.
constexpr std::array<std::string_view, 12> kWords = {"a",  "cat", "government", "he",   "house", "of",
                                                     "on", "or",  "the",        "then", "thou",  "tree"};

WordTrie trie() {
  std::vector<TrieWord> words;
  for (std::size_t i = 0; i < kWords.size(); ++i)
    words.push_back({kWords[i], static_cast<std::uint32_t>(i + 1), 3.0f + 0.5f * static_cast<float>(i)});
  return WordTrie(words);
}

const Channel& channel() {
  static const Channel made(ConfusionModel({{"b", "h", 20, 1000},
                                            {"li", "h", 10, 1000},
                                            {"o", "e", 50, 1000},
                                            {"", "t", 5, 1000},
                                            {" ", "", 30, 10000},
                                            {"", " ", 10, 1000},
                                            {"*", "", 10, 10000}}));
  return made;
}

std::string text_of(const Found& found) {
  std::string text;
  for (std::size_t i = 0; i < found.word_count; ++i)
    text += (i ? " " : "") + std::string(kWords[found.words[i].id - 1]);
  return text;
}

std::string best(std::string_view seen) {
  const WordTrie words = trie();
  CandidateSearch search;
  const auto& found = search.search(channel(), words, seen, {});
  return found.empty() ? "" : text_of(found.front());
}

TEST(CandidateSearch, FindsWhatWasMeant) {
  EXPECT_EQ(best("the"), "the");
  EXPECT_EQ(best("tbe"), "the");
  EXPECT_EQ(best("tlio"), "the");
  EXPECT_EQ(best("Tbe"), "the");
  EXPECT_EQ(best("TBE"), "the");
  EXPECT_EQ(best("ofthe"), "of the");
  EXPECT_EQ(best("gov ernment"), "government");
  EXPECT_EQ(best("gov\nernmont"), "government");
  EXPECT_EQ(best("*house"), "house");
  EXPECT_EQ(best("zzzzzzzz"), "");
  EXPECT_EQ(best(""), "");
  EXPECT_EQ(best(std::string(1000, 'a')), "");
}

TEST(CandidateSearch, TellsWhereALineBroke) {
  const WordTrie words = trie();
  CandidateSearch search;
  const auto& found = search.search(channel(), words, "gov\nernment", {});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().break_bytes, 3);
}

// Every way to read `seen` as `word`, by plain dynamic programming over single letters and the one run.
float plain_cost(std::string_view seen, std::string_view word) {
  const auto n = seen.size();
  const auto m = word.size();
  std::vector<std::vector<float>> cost(n + 1, std::vector<float>(m + 1, std::numeric_limits<float>::infinity()));
  cost[0][0] = 0;
  const auto lower = [](float& entry, float value) { entry = std::min(entry, value); };
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) {
      if (i < n) lower(cost[i + 1][j], cost[i][j] + channel().row(LetterCase::kSmall, seen.substr(i, 1)).nothing);
      if (j < m)
        lower(cost[i][j + 1], cost[i][j] + channel().lost(LetterCase::kSmall, static_cast<unsigned char>(word[j])));
      if (i < n && j < m)
        lower(cost[i + 1][j + 1],
              cost[i][j] +
                  channel().row(LetterCase::kSmall, seen.substr(i, 1)).cost[static_cast<unsigned char>(word[j])]);
      if (i < n)
        for (const auto& [run, step] : channel().runs(LetterCase::kSmall, seen.substr(i, 1)))
          if (seen.substr(i, run.size()) == run && word.substr(j, step.meant.size()) == step.meant)
            lower(cost[i + run.size()][j + step.meant.size()], cost[i][j] + step.cost);
    }
  return cost[n][m];
}

TEST(CandidateSearch, AgreesWithPlainDynamicProgramming) {
  const WordTrie words = trie();
  CandidateSearch search;
  SearchOptions options;
  options.may_split = false;
  for (const std::string_view seen :
       {"the", "tbe", "lie", "tlien", "houso", "bouse", "cot", "treo", "on", "thee", "ot"}) {
    const std::vector<Found> found = search.search(channel(), words, seen, options);
    ASSERT_FALSE(found.empty()) << seen;
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < kWords.size(); ++i) {
      const float cost = plain_cost(seen, kWords[i]);
      if (cost <= options.most_channel_cost) least = std::min(least, cost + 3.0f + 0.5f * static_cast<float>(i));
    }
    EXPECT_NEAR(found.front().total_cost, least, 1e-3) << seen;
    for (const Found& one : found)
      EXPECT_NEAR(one.channel_cost, plain_cost(seen, kWords[one.words[0].id - 1]), 1e-3) << seen << " " << text_of(one);
  }
}

}  // namespace
}  // namespace emend::correct
