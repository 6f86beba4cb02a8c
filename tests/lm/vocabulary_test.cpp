#include "lm/vocabulary.h"

#include <gtest/gtest.h>

#include "lm/language_model.h"
#include "lm/tiny_model.h"

namespace emend::lm {
namespace {

TEST(Counts, AreExactWhenSmallAndCloseWhenLarge) {
  for (std::uint32_t count = 0; count <= 16; ++count) EXPECT_EQ(count_of_code(count_code(count)), count);
  for (std::uint64_t count = 17; count < 10'000'000; count = count * 7 / 5)
    EXPECT_NEAR(count_of_code(count_code(count)), count, 0.035 * static_cast<double>(count));
  EXPECT_EQ(count_code(~std::uint64_t{0}), 255);
}

TEST(Vocabulary, FindsItsWordsAndNoOthers) {
  const auto model = LanguageModel::from_bytes(tiny_model_bytes(), "tiny");
  ASSERT_TRUE(model);
  const Vocabulary& words = model->vocabulary();
  ASSERT_EQ(words.size(), 7u);
  for (WordId id = 0; id < words.size(); ++id) EXPECT_EQ(words.id_of(words.form_of(id)), id);
  EXPECT_EQ(words.form_of(4), "masses");
  for (const char* other : {"", "mass", "massess", "The", "zzz", "a"})
    EXPECT_EQ(words.id_of(other), kUnknownWord) << other;
}

TEST(Vocabulary, CountsByCasing) {
  const auto model = LanguageModel::from_bytes(tiny_model_bytes(), "tiny");
  ASSERT_TRUE(model);
  const WordCounts power = model->counts_of("power");
  EXPECT_EQ(power.lower, 2u);
  EXPECT_EQ(power.capitalised, 5u);
  EXPECT_EQ(power.upper, 1u);
  EXPECT_EQ(power.at_start, 0u);
  EXPECT_EQ(power.total(), 8u);
  EXPECT_EQ(model->counts_of("tbe").total(), 0u);
}

}  // namespace
}  // namespace emend::lm
