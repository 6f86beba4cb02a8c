#include "correct/confusion/prior_mixture.h"

#include <numeric>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

// Print reads h as li and e as o, a tenth of all; a typewriter's o is read as c, its l as i, far less often.
std::vector<Prior> priors() {
  return {
      {{"print", "p.tsv", 0.5, 0}, ConfusionModel({{"li", "h", 50, 500}, {"o", "e", 49, 1000}, {"*", "", 1, 10000}})},
      {{"typescript", "t.tsv", 0.25, 0.5},
       ConfusionModel({{"c", "o", 6, 1600}, {"i", "l", 2, 800}, {"*", "", 2, 20000}})},
      {{"tesseract", "e.tsv", 0.25, 0.5}, ConfusionModel({{"]", "l", 9, 400}, {"*", "", 1, 10000}})}};
}

std::vector<SeenAndMeant> times(std::size_t count, const SeenAndMeant& word) { return {count, word}; }

double probability_of(const ConfusionModel& model, const std::string& seen, const std::string& meant) {
  for (const Confusion& confusion : model.confusions())
    if (confusion.seen == seen && confusion.meant == meant) return confusion.probability();
  return 0;
}

TEST(PriorMixture, StartsWithTheWeightsOfTheSource) {
  EXPECT_EQ(choose_prior(priors(), SourceKind::kText, {}).weights, (std::vector{0.5, 0.25, 0.25}));
  EXPECT_EQ(choose_prior(priors(), SourceKind::kScan, {}).weights, (std::vector{0.0, 0.5, 0.5}));
  // Words that were right say nothing.
  const auto words = times(50, {"house", "house"});
  EXPECT_EQ(choose_prior(priors(), SourceKind::kText, words).weights, (std::vector{0.5, 0.25, 0.25}));
}

TEST(PriorMixture, FollowsTheDocument) {
  const struct {
    SeenAndMeant word;
    std::size_t likeliest;
  } cases[] = {{{"liouse", "house"}, 0}, {{"hcuse", "house"}, 1}, {{"be]ow", "below"}, 2}};
  for (const auto& one : cases) {
    const PriorChoice choice = choose_prior(priors(), SourceKind::kText, times(100, one.word));
    EXPECT_NEAR(std::accumulate(choice.weights.begin(), choice.weights.end(), 0.0), 1, 1e-9);
    EXPECT_GT(choice.weights[one.likeliest], 0.85) << one.word.seen;
  }
  // A few corrections move the weights, but not all the way.
  const PriorChoice few = choose_prior(priors(), SourceKind::kText, times(3, {"hcuse", "house"}));
  EXPECT_GT(few.weights[1], 0.3);
  EXPECT_LT(few.weights[1], 0.6);
  // What the source excludes stays out.
  EXPECT_EQ(choose_prior(priors(), SourceKind::kScan, times(100, {"liouse", "house"})).weights[0], 0);
}

TEST(PriorMixture, SurvivesCorrectionsThatNoPriorExplains) {
  const PriorChoice choice = choose_prior(priors(), SourceKind::kText, times(200, {"qouse", "house"}));
  EXPECT_NEAR(choice.weights[0], 0.5, 1e-6);
  EXPECT_FALSE(choice.model.confusions().empty());
}

TEST(PriorMixture, KeepsTheRateOfTheFirstPrior) {
  // Alone it comes out as it went in.
  const ConfusionModel alone = mixed(priors(), {1, 0, 0});
  const std::vector<Prior> all = priors();
  for (const Confusion& confusion : all[0].model.confusions())
    EXPECT_NEAR(probability_of(alone, confusion.seen, confusion.meant), confusion.probability(), 1e-9);

  // A prior of clean pages is raised to the same rate: 100 confusions in 10000 places, six of ten of them o as c; a
  // 0.08th of the places is an o.
  const ConfusionModel typescript = mixed(priors(), {0, 1, 0});
  EXPECT_NEAR(probability_of(typescript, "c", "o"), 60.0 / 800, 1e-9);
  EXPECT_EQ(probability_of(typescript, "li", "h"), 0);

  const ConfusionModel both = mixed(priors(), {0.5, 0.5, 0});
  EXPECT_NEAR(probability_of(both, "li", "h"), 0.05, 1e-9);
  EXPECT_NEAR(probability_of(both, "c", "o"), 30.0 / 800, 1e-9);
  EXPECT_NEAR(both.places(), 10000, 1e-9);
}

TEST(PriorMixture, NeverHasMoreConfusionsThanOccurrences) {
  // Every x is misread, ten times as often as the first prior's whole rate has it.
  const std::vector<Prior> odd = {{{"a", "a.tsv", 1, 1}, ConfusionModel({{"b", "h", 900, 1000}, {"*", "", 100, 1000}})},
                                  {{"b", "b.tsv", 1, 1}, ConfusionModel({{"y", "x", 1, 1}, {"*", "", 1, 1000}})}};
  const ConfusionModel model = mixed(odd, {0.1, 0.9});
  for (const Confusion& confusion : model.confusions()) EXPECT_LE(confusion.count, confusion.of);
}

TEST(PriorMixture, TakesEmptyTables) {
  const std::vector<Prior> empty = {{{"a", "a.tsv", 1, 1}, ConfusionModel()}, {{"b", "b.tsv", 1, 1}, ConfusionModel()}};
  const PriorChoice choice = choose_prior(empty, SourceKind::kText, times(5, {"hcuse", "house"}));
  EXPECT_EQ(choice.weights, (std::vector{0.5, 0.5}));
  EXPECT_TRUE(choice.model.confusions().empty());
}

}  // namespace
}  // namespace emend::correct
