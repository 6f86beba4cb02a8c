#include "layout/note_sequence.h"

#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace emend::layout {
namespace {

NoteSite mark(int number) {
  NoteSite made;
  made.log_odds = 6;
  made.is_certain = true;
  made.number = number;
  return made;
}
NoteSite sign() {
  NoteSite made;
  made.log_odds = 3;
  return made;
}

// The numbers of the sites that are more probably marks than not; 0 for the others.
std::vector<int> likely_numbers(const std::vector<NoteSite>& sites) {
  std::vector<int> numbers;
  for (const NoteNumber& found : number_sites(sites)) numbers.push_back(found.probability >= 0.5 ? found.number : 0);
  return numbers;
}

TEST(NumberSites, NothingGivesNothing) { EXPECT_TRUE(number_sites({}).empty()); }

TEST(NumberSites, AnIllegibleMarkTakesTheNumberBetweenItsNeighbours) {
  const std::vector<NoteSite> sites = {mark(1), sign(), mark(3)};
  EXPECT_EQ(likely_numbers(sites), (std::vector<int>{1, 2, 3}));
  EXPECT_GT(number_sites(sites)[1].probability, 0.9);
}

TEST(NumberSites, WhereNoNumberIsLeftThereIsNoMark) {
  EXPECT_EQ(likely_numbers({mark(1), sign(), mark(2)}), (std::vector<int>{1, 0, 2}));
}

TEST(NumberSites, TwoCandidatesForOneNumberAreBothUnsure) {
  const std::vector<NoteNumber> numbers = number_sites({mark(1), sign(), sign(), mark(3)});
  EXPECT_LT(numbers[1].probability, 0.7);
  EXPECT_LT(numbers[2].probability, 0.7);
}

TEST(NumberSites, CountingGoesOnBehindTheLastLegibleOneAndGetsLessSure) {
  const std::vector<NoteNumber> numbers = number_sites({mark(1), mark(2), sign(), sign(), sign()});
  EXPECT_EQ(numbers[4].number, 5);
  EXPECT_GT(numbers[2].probability, numbers[3].probability);
  EXPECT_GT(numbers[3].probability, numbers[4].probability);
}

TEST(NumberSites, IllegibleOnesBeforeTheFirstCountBackFromIt) {
  EXPECT_EQ(likely_numbers({sign(), sign(), mark(153)}), (std::vector<int>{151, 152, 153}));
}

TEST(NumberSites, GapsAmongLegibleOnesMakeInferredOnesLessSure) {
  const double whole = number_sites({mark(1), mark(2), mark(3), mark(4), sign()})[4].probability;
  const double with_gaps = number_sites({mark(1), mark(4), mark(6), mark(9), sign()})[4].probability;
  EXPECT_GT(whole, with_gaps);
}

TEST(NumberSites, CountingMayBeginAgain) {
  EXPECT_EQ(likely_numbers({mark(1), mark(2), mark(1), sign(), mark(3)}), (std::vector<int>{1, 2, 1, 2, 3}));
}

TEST(NumberSites, ManyCandidatesKeepTheirProbabilities) {
  const std::vector<NoteNumber> numbers = number_sites(std::vector<NoteSite>(kMostNoteSites, sign()));
  for (const NoteNumber& found : numbers) {
    EXPECT_GE(found.probability, 0);
    EXPECT_LE(found.probability, 1.000001);
  }
}

TEST(NumberSites, ANoteForItMakesANumberSurer) {
  const std::vector<NoteSite> sites = {mark(1), mark(2), sign()};
  const double alone = number_sites(sites)[2].probability;
  EXPECT_GT(number_sites(sites, {}, {1, 2, 3})[2].probability, alone);
  EXPECT_LT(number_sites(sites, {}, {1, 2})[2].probability, alone);
}

TEST(NumberSites, WithinAKnownCountEverySiteHasANumber) {
  NoteSite three;
  three.signs = "3";
  three.is_certain = true;
  NoteSite unread;
  unread.is_certain = true;
  const auto numbers = number_sites({unread, three}, NoteCount{1, 4});
  EXPECT_EQ(numbers[0].number, 1);
  EXPECT_EQ(numbers[1].number, 3);
  const auto open = number_sites({unread, unread}, NoteCount{5, 7});
  EXPECT_EQ(open[0].number, 5) << "of equal ways the one that passes over the last numbers";
  EXPECT_EQ(open[1].number, 6);
}

}  // namespace
}  // namespace emend::layout
