#include "correct/rules/footnotes/mark_sequence.h"

#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

using Glyphs = FootnoteMarkCandidate::Glyphs;

constexpr int kIllegible = 0;

FootnoteMarkCandidate candidate(int number, Glyphs glyphs, double log_odds) {
  FootnoteMarkCandidate made;
  made.glyphs = glyphs;
  made.log_odds = log_odds;
  if (number != kIllegible) made.number = number;
  return made;
}
FootnoteMarkCandidate mark(int number) { return candidate(number, Glyphs::kMark, 6); }
FootnoteMarkCandidate sign() { return candidate(kIllegible, Glyphs::kSymbol, 3); }

// The numbers of the candidates that are more probably marks than not; 0 for the others.
std::vector<int> likely_numbers(const std::vector<FootnoteMarkCandidate>& candidates) {
  std::vector<int> numbers;
  for (const MarkNumber& found : number_marks(candidates))
    numbers.push_back(found.probability >= 0.5 ? found.number : 0);
  return numbers;
}

TEST(NumberMarks, NothingGivesNothing) { EXPECT_TRUE(number_marks({}).empty()); }

TEST(NumberMarks, AnIllegibleMarkTakesTheNumberBetweenItsNeighbours) {
  const std::vector<FootnoteMarkCandidate> candidates = {mark(1), sign(), mark(3)};
  EXPECT_EQ(likely_numbers(candidates), (std::vector<int>{1, 2, 3}));
  EXPECT_GT(number_marks(candidates)[1].probability, 0.9);
}

TEST(NumberMarks, WhereNoNumberIsLeftThereIsNoMark) {
  EXPECT_EQ(likely_numbers({mark(1), sign(), mark(2)}), (std::vector<int>{1, 0, 2}));
}

TEST(NumberMarks, TwoCandidatesForOneNumberAreBothUnsure) {
  const std::vector<MarkNumber> numbers = number_marks({mark(1), sign(), sign(), mark(3)});
  EXPECT_LT(numbers[1].probability, 0.7);
  EXPECT_LT(numbers[2].probability, 0.7);
}

TEST(NumberMarks, CountingGoesOnBehindTheLastLegibleOneAndGetsLessSure) {
  const std::vector<MarkNumber> numbers = number_marks({mark(1), mark(2), sign(), sign(), sign()});
  EXPECT_EQ(numbers[4].number, 5);
  EXPECT_GT(numbers[2].probability, numbers[3].probability);
  EXPECT_GT(numbers[3].probability, numbers[4].probability);
}

TEST(NumberMarks, IllegibleOnesBeforeTheFirstCountBackFromIt) {
  EXPECT_EQ(likely_numbers({sign(), sign(), mark(153)}), (std::vector<int>{151, 152, 153}));
}

TEST(NumberMarks, GapsAmongLegibleOnesMakeInferredOnesLessSure) {
  const double whole = number_marks({mark(1), mark(2), mark(3), mark(4), sign()})[4].probability;
  const double with_gaps = number_marks({mark(1), mark(4), mark(6), mark(9), sign()})[4].probability;
  EXPECT_GT(whole, with_gaps);
}

TEST(NumberMarks, CountingMayBeginAgain) {
  EXPECT_EQ(likely_numbers({mark(1), mark(2), mark(1), sign(), mark(3)}), (std::vector<int>{1, 2, 1, 2, 3}));
}

TEST(NumberMarks, ManyCandidatesKeepTheirProbabilities) {
  const std::vector<MarkNumber> numbers = number_marks(std::vector<FootnoteMarkCandidate>(kMostMarkCandidates, sign()));
  for (const MarkNumber& found : numbers) {
    EXPECT_GE(found.probability, 0);
    EXPECT_LE(found.probability, 1.000001);
  }
}

}  // namespace
}  // namespace emend::correct
