#include "measure/compare.h"

#include <gtest/gtest.h>

namespace emend::measure {
namespace {

// The expected figures were computed with the scorer in which the project's targets are stated (without options, with
// -j, with -n, with both), an independent program with a plain O(nm) matrix. They are not to be regenerated with ours.
TEST(Compare, AgreesWithTheReferenceScorer) {
  struct Expected {
    std::size_t characters, words;
    Errors before, after;
    Repair repair;
  };
  const struct {
    const char *truth, *before, *after;
    Expected figures[4];
  } cases[] = {
      {"The quick brown fox.\n",
       "The qu1ck brown f ox,\n",
       "The quick brown f ox.\n",
       {
           {20, 4, {3, 3}, {1, 2}, {2, 2, 1, 0}},
           {20, 4, {3, 3}, {1, 2}, {2, 2, 1, 0}},
           {19, 4, {2, 3}, {1, 2}, {2, 2, 1, 0}},
           {19, 4, {2, 3}, {1, 2}, {2, 2, 1, 0}},
       }},
      {"It was \xe2\x80\x9c"
       "the mill\xe2\x80\x9d"
       " \xe2\x80\x94"
       " so they said \xe2\x80\x93"
       " and it\xe2\x80\x99"
       "s gone.",
       "It was \"the mill\" -- so they said - and it's gone.",
       "It was ''the mill'' - so they said - and its gone.",
       {
           {50, 12, {0, 0}, {6, 4}, {0, 12, 0, 4}},
           {50, 12, {0, 0}, {6, 4}, {0, 12, 0, 4}},
           {42, 11, {0, 0}, {1, 2}, {0, 11, 0, 2}},
           {42, 11, {0, 0}, {1, 2}, {0, 11, 0, 2}},
       }},
      {"a petty-bour-\ngeois view of the well-known com-\n rades",
       "a petty-bourgeois view of the well known comrades",
       "a pettybourgeois view of the well-known com-rades",
       {
           {53, 9, {5, 5}, {4, 4}, {5, 4, 1, 0}},
           {47, 7, {1, 2}, {0, 0}, {1, 6, 1, 0}},
           {51, 11, {2, 4}, {2, 3}, {4, 7, 2, 1}},
           {47, 7, {1, 2}, {0, 0}, {1, 6, 1, 0}},
       }},
      {"one two three four",
       "",
       "three four one two",
       {
           {18, 4, {18, 4}, {15, 4}, {4, 0, 0, 0}},
           {18, 4, {18, 4}, {15, 4}, {4, 0, 0, 0}},
           {18, 4, {18, 4}, {15, 4}, {4, 0, 0, 0}},
           {18, 4, {18, 4}, {15, 4}, {4, 0, 0, 0}},
       }},
      {"a a a b a a",
       "a b a a a",
       "a a b b a",
       {
           {11, 6, {3, 2}, {3, 2}, {2, 4, 2, 2}},
           {11, 6, {3, 2}, {3, 2}, {2, 4, 2, 2}},
           {11, 6, {3, 2}, {3, 2}, {2, 4, 2, 2}},
           {11, 6, {3, 2}, {3, 2}, {2, 4, 2, 2}},
       }},
      {"the  cat\tsat\non the\xc2\xa0"
       "mat\xc2\xad"
       ".",
       "thecat sat on them at.",
       "the cat sat on the mat .",
       {
           {23, 6, {3, 4}, {1, 2}, {4, 2, 3, 0}},
           {23, 6, {3, 4}, {1, 2}, {4, 2, 3, 0}},
           {22, 6, {3, 4}, {0, 0}, {4, 2, 4, 0}},
           {22, 6, {3, 4}, {0, 0}, {4, 2, 4, 0}},
       }},
      {"\xef\xbb\xbf"
       "CAF\xc3\x89"
       " 1,234.50 _x_ \xc2\xa3"
       "6 \xc3\xa9"
       "t\xc3\xa9"
       "",
       "Cafe 1234.50 x 6 ete",
       "CAF\xc3\x89"
       " l,234.50 _x_ 6 \xc3\xa9"
       "t\xc3\xa9"
       "",
       {
           {24, 5, {9, 5}, {2, 2}, {5, 0, 3, 0}},
           {24, 5, {9, 5}, {2, 2}, {5, 0, 3, 0}},
           {23, 7, {6, 5}, {1, 1}, {5, 2, 4, 0}},
           {23, 7, {6, 5}, {1, 1}, {5, 2, 4, 0}},
       }},
      {"x",
       "much longer output than the truth has words",
       "x y",
       {
           {1, 1, {43, 8}, {2, 1}, {1, 0, 1, 0}},
           {1, 1, {43, 8}, {2, 1}, {1, 0, 1, 0}},
           {1, 1, {43, 8}, {2, 1}, {1, 0, 1, 0}},
           {1, 1, {43, 8}, {2, 1}, {1, 0, 1, 0}},
       }},
      {"in the house of the lord",
       "inthe house ofthe 1ord",
       "in the house of thelord",
       {
           {24, 6, {3, 5}, {1, 2}, {5, 1, 3, 0}},
           {24, 6, {3, 5}, {1, 2}, {5, 1, 3, 0}},
           {24, 6, {3, 5}, {1, 2}, {5, 1, 3, 0}},
           {24, 6, {3, 5}, {1, 2}, {5, 1, 3, 0}},
       }},
      {"-- a -b- c\xe2\x80\x94"
       "d e--f g-h",
       "- a -b c-d e-f gh",
       "-- a -b- c--d e -- f g -h",
       {
           {22, 6, {5, 5}, {3, 5}, {5, 1, 3, 0}},
           {21, 6, {6, 4}, {4, 5}, {4, 2, 3, 1}},
           {15, 8, {1, 2}, {0, 0}, {2, 6, 2, 0}},
           {14, 7, {2, 4}, {1, 2}, {4, 3, 4, 1}},
       }},
  };
  const ViewOptions options[] = {
      {View::kStrict, false}, {View::kStrict, true}, {View::kLetters, false}, {View::kLetters, true}};
  for (const auto& c : cases)
    for (std::size_t k = 0; k < 4; ++k) {
      const auto figures = compare(c.truth, c.before, c.after, options[k]);
      ASSERT_TRUE(figures);
      const Expected& expected = c.figures[k];
      const auto where = std::string(c.truth) + ", options " + std::to_string(k);
      EXPECT_EQ(figures->characters, expected.characters) << where;
      EXPECT_EQ(figures->words, expected.words) << where;
      EXPECT_EQ(figures->before.characters, expected.before.characters) << where;
      EXPECT_EQ(figures->before.words, expected.before.words) << where;
      EXPECT_EQ(figures->after.characters, expected.after.characters) << where;
      EXPECT_EQ(figures->after.words, expected.after.words) << where;
      EXPECT_EQ(figures->repair.wrong, expected.repair.wrong) << where;
      EXPECT_EQ(figures->repair.right, expected.repair.right) << where;
      EXPECT_EQ(figures->repair.fixed, expected.repair.fixed) << where;
      EXPECT_EQ(figures->repair.broken, expected.repair.broken) << where;
    }
}

TEST(Compare, WithoutATextBeforeThereAreOnlyErrors) {
  const auto figures = compare("one two", std::nullopt, "one tvvo", {});
  ASSERT_TRUE(figures);
  EXPECT_EQ(figures->after.characters, 2u);
  EXPECT_EQ(figures->after.words, 1u);
  EXPECT_EQ(figures->repair.wrong + figures->repair.right, 0u);
}

TEST(Compare, AnEmptyTruthHasNoRateButErrors) {
  const auto figures = compare("", "", "some words", {});
  ASSERT_TRUE(figures);
  EXPECT_EQ(figures->characters, 0u);
  EXPECT_EQ(figures->after.characters, 10u);
  EXPECT_EQ(figures->after.words, 2u);
}

}  // namespace
}  // namespace emend::measure
