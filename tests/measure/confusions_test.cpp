#include "measure/confusions.h"

#include <gtest/gtest.h>

#include "measure/compare.h"

namespace emend::measure {
namespace {

ConfusionTable table_of(std::string_view truth, std::string_view output) {
  ConfusionTable table;
  EXPECT_TRUE(compare(truth, std::nullopt, output, {}, nullptr, &table));
  return table;
}

TEST(Confusions, RunsOfDifferingCharacters) {
  const struct {
    const char *truth, *output;
    Confusion expected;
  } cases[] = {
      {"the comrade", "the cornrade", {U"m", U"rn"}},
      {"in the house", "inthe house", {U" ", U""}},
      {"the mill", "the m ill", {U"", U" "}},
      {"the end.", "the end", {U".", U""}},
      {"a b c", "a c", {U"b ", U""}},
      {"a c", "a b c", {U"", U"b "}},
      {"hour day", "houc day", {U"r", U"c"}},
  };
  for (const auto& c : cases) {
    const ConfusionTable table = table_of(c.truth, c.output);
    ASSERT_EQ(table.counts.size(), 1u) << c.truth;
    EXPECT_EQ(table.counts.begin()->first, c.expected) << c.truth;
    EXPECT_EQ(table.counts.begin()->second, 1u);
    EXPECT_EQ(table.long_runs, 0u);
  }
}

TEST(Confusions, LostPassagesAreNoConfusion) {
  const ConfusionTable table = table_of("one two three four five six", "one six");
  EXPECT_TRUE(table.counts.empty());
  EXPECT_EQ(table.long_runs, 1u);
  const std::string passage(1000, 'x');
  EXPECT_EQ(table_of("one " + passage, "one " + passage + "y").long_runs, 1u);
}

TEST(Confusions, TheMostFrequentComesFirst) {
  ConfusionTable table = table_of("cat mat hat", "cot mot het");
  table.add(table_of("tin", "tln"));
  const auto ranked = table.ranked();
  ASSERT_EQ(ranked.size(), 3u);
  EXPECT_EQ(ranked[0].first, (Confusion{U"a", U"o"}));
  EXPECT_EQ(ranked[0].second, 2u);
  EXPECT_EQ(ranked[1].first, (Confusion{U"a", U"e"}));
}

}  // namespace
}  // namespace emend::measure
