// Continuations of a symbol that has many, as the search among them guesses where they are.
#include "lm/ngram_trie.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "lm/lm_writer.h"

namespace emend::lm {
namespace {

constexpr std::uint32_t kSymbols = 6000;

// Symbol 0 is followed by these; -2 behind it, -3 - 1 elsewhere.
std::string trie_with(const std::vector<std::uint32_t>& continuations) {
  TrieLevel first;
  for (std::uint32_t symbol = 0; symbol < kSymbols; ++symbol) first.symbols.push_back(symbol);
  first.first_child.assign(kSymbols + 1, static_cast<std::uint32_t>(continuations.size()));
  first.first_child[0] = 0;
  first.log_probability_codes.assign(kSymbols, 0);
  first.log_backoff_codes.assign(kSymbols, 0);
  first.log_probabilities[0] = -3;
  first.log_backoffs[0] = -1;
  TrieLevel second;
  second.symbols = continuations;
  second.log_probability_codes.assign(continuations.size(), 0);
  second.log_probabilities[0] = -2;
  return write_trie({first, second});
}

struct Spread {
  const char* name;
  bool (*is_continuation)(std::uint32_t symbol);
};

class Continuations : public ::testing::TestWithParam<Spread> {};
INSTANTIATE_TEST_SUITE_P(
    Of, Continuations,
    ::testing::Values(Spread{"Every", [](std::uint32_t) { return true; }},
                      Spread{"Third", [](std::uint32_t symbol) { return symbol % 3 == 1; }},
                      Spread{"First", [](std::uint32_t symbol) { return symbol < 900; }},
                      Spread{"Last", [](std::uint32_t symbol) { return symbol >= kSymbols - 900; }},
                      Spread{"TwoHeaps", [](std::uint32_t symbol) { return symbol % 4000 < 300 || symbol == 2000; }},
                      Spread{"Few", [](std::uint32_t symbol) { return symbol % 1000 == 7; }}),
    [](const auto& spread) { return std::string(spread.param.name); });

TEST_P(Continuations, AreAllFoundAndNoOthers) {
  std::vector<std::uint32_t> continuations;
  for (std::uint32_t symbol = 0; symbol < kSymbols; ++symbol)
    if (GetParam().is_continuation(symbol)) continuations.push_back(symbol);
  const std::string section = trie_with(continuations);
  const std::string bytes = section + std::string(kBitSlackBytes, '\0');
  const auto trie = NgramTrie::read(std::string_view(bytes).substr(0, section.size()), kSymbols, "a test");
  ASSERT_TRUE(trie) << trie.error().what;
  NgramState state;
  trie->score({}, 0, state);
  for (std::uint32_t symbol = 0; symbol < kSymbols; ++symbol) {
    NgramState next;
    EXPECT_FLOAT_EQ(trie->score(state, symbol, next), GetParam().is_continuation(symbol) ? -2 : -4) << symbol;
  }
}

}  // namespace
}  // namespace emend::lm
