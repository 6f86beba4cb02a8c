#include "train/confusions/likelihood.h"

#include <cmath>

#include <gtest/gtest.h>

#include "text/utf8.h"
#include "train/confusions/edit_estimate.h"
#include "train/confusions/sample_pairs.h"

namespace emend::train {
namespace {

TEST(Likelihood, ATableForetellsItsEngine) {
  std::vector<correct::AlignedText> texts;
  for (std::size_t i = 0; i < 8; ++i) texts.push_back(correct::aligned_text(seen_paragraph(i), meant_paragraph(i)));
  const auto other = correct::aligned_text(seen_paragraph(11), meant_paragraph(11));
  const Surprise own = Foreteller(estimated_confusions(texts)).surprise(other);
  const Surprise none = Foreteller(correct::ConfusionModel()).surprise(other);
  const Surprise wrong = Foreteller(correct::ConfusionModel({{"q", "a", 50, 100}})).surprise(other);
  EXPECT_DOUBLE_EQ(own.characters, static_cast<double>(other.meant.size()));
  EXPECT_LT(own.per_character(), 0.3 * none.per_character());
  EXPECT_GT(wrong.per_character(), none.per_character());
  EXPECT_LE(own.bits_own_rate, own.bits);
}

TEST(Likelihood, IsThatOfTheOnlyWay) {
  // Ten a, of which one comes out as b, and nothing else may happen but what no table has.
  const correct::ConfusionModel model({{"b", "a", 10, 100}});
  const auto text = correct::aligned_text("aaaaabaaaa", "aaaaaaaaaa");
  const double expected = -(9 * std::log2(0.9) + std::log2(0.1));
  EXPECT_NEAR(Foreteller(model).surprise(text).bits, expected, 0.15);
}

TEST(Likelihood, IsFiniteForAnything) {
  const correct::ConfusionModel model({{"b", "a", 100, 100}, {"xyz", "", 100, 100}, {"", "abc", 100, 100}});
  for (const char* seen : {"", "abcabcabcabc", "xyzxyzxyz", "bbbbbbbbbbbbbbb", "the quick brown fox"})
    for (const char* meant : {"", "abcabcabcabc", "aaaaaaaaaaaaaaa", "the quick brown fax"}) {
      const Surprise surprise = Foreteller(model).surprise(correct::aligned_text(seen, meant));
      EXPECT_TRUE(std::isfinite(surprise.bits)) << seen << " " << meant;
      EXPECT_GE(surprise.bits, 0);
    }
}

}  // namespace
}  // namespace emend::train
