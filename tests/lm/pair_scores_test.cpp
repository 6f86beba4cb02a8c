#include "lm/pair_scores.h"

#include <array>

#include <gtest/gtest.h>

#include "lm/tiny_model.h"

namespace emend::lm {
namespace {

TEST(PairScores, AreTheModelsOwnHoweverOftenTheyAreAskedFor) {
  const auto model = LanguageModel::from_bytes(tiny_model_bytes(), "a test");
  ASSERT_TRUE(model);
  PairScores pairs(*model);
  for (int round = 0; round < 3; ++round) {
    if (round == 1) pairs.look_ahead(std::array<WordId, 4>{kBoundaryWord, 3, 6, kUnknownWord});
    for (WordId before = 0; before < model->vocabulary().size(); ++before) {
      for (WordId word = 0; word < model->vocabulary().size(); ++word) {
        const WordId history[] = {before};
        EXPECT_EQ(pairs.score(before, word), model->log_probability(history, word)) << before << " " << word;
      }
    }
  }
}

}  // namespace
}  // namespace emend::lm
