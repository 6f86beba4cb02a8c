#include "lm/language_model.h"

#include <array>

#include <gtest/gtest.h>

#include "lm/tiny_model.h"

namespace emend::lm {
namespace {

constexpr WordId kBut = 3;
constexpr WordId kMasses = 4;
constexpr WordId kThe = 6;

class TinyModel : public ::testing::Test {
 protected:
  Result<LanguageModel> model_ = LanguageModel::from_bytes(tiny_model_bytes(), "tiny");
  void SetUp() override { ASSERT_TRUE(model_); }
};

TEST_F(TinyModel, ScoresStoredPairsAndBacksOff) {
  LanguageModel::State state = model_->begin();
  EXPECT_FLOAT_EQ(model_->score(state, kThe, state), -0.2f);
  EXPECT_FLOAT_EQ(model_->score(state, kMasses, state), -0.6f);
  EXPECT_FLOAT_EQ(model_->score(state, kBut, state), -1.0f);  // "masses" has no continuations and no weight
  EXPECT_FLOAT_EQ(model_->score(model_->begin(), kBut, state), -0.3f - 1.0f);
}

TEST_F(TinyModel, AsksByHistory) {
  const std::array<WordId, 3> history = {kBut, kMasses, kThe};
  EXPECT_FLOAT_EQ(model_->log_probability(history, kMasses), -0.6f);
  EXPECT_FLOAT_EQ(model_->log_probability(history, kBut), -0.4f - 1.0f);
  EXPECT_FLOAT_EQ(model_->log_probability({}, kBut), -1.0f);
}

TEST_F(TinyModel, StatesThatCannotDifferAreEqual) {
  LanguageModel::State after_but;
  LanguageModel::State after_masses;
  model_->score(model_->begin(), kBut, after_but);
  model_->score(LanguageModel::nowhere(), kMasses, after_masses);
  EXPECT_EQ(after_but, after_masses);
  model_->score(LanguageModel::nowhere(), kThe, after_masses);
  EXPECT_NE(after_but, after_masses);
}

TEST_F(TinyModel, SpellsUnknownWords) {
  // Three letters and the edge behind them; a digit, a mark and an odd character also say which they are.
  EXPECT_NEAR(model_->unknown_word_log_probability("tbe"), 4 * -1.5, 1e-5);
  EXPECT_NEAR(model_->unknown_word_log_probability("l9"), 3 * -1.5 - 1, 1e-5);
  EXPECT_NEAR(model_->unknown_word_log_probability("é"), 3 * -1.5 - 1, 1e-5);
  EXPECT_NEAR(model_->unknown_word_log_probability("я"), 2 * -1.5 - 3, 1e-5);
  EXPECT_NEAR(model_->unknown_word_log_probability(""), -1.5, 1e-5);
  LanguageModel::State state;
  EXPECT_NEAR(model_->score_form(model_->begin(), "tbe", state), -0.3 - 2.0 + 4 * -1.5, 1e-5);
  EXPECT_NEAR(model_->score_form(model_->begin(), "the", state), -0.2, 1e-5);
}

TEST_F(TinyModel, MovesWithItsViews) {
  LanguageModel moved = *std::move(model_);
  EXPECT_EQ(moved.id_of("masses"), kMasses);
  EXPECT_EQ(moved.origin(), "made by hand");
}

}  // namespace
}  // namespace emend::lm
