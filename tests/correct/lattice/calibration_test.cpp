#include "correct/lattice/calibration.h"

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

std::string good() {
  Features weights{};
  weights[0] = -1.5;
  Tree tree;
  tree.feature.fill(1);
  tree.above.fill(kNeverAbove);
  tree.above[0] = 2.5;
  tree.answer[0] = -0.25;
  tree.answer[4] = 1;
  Features of_text{};
  of_text[0] = 0.5;
  return Calibration({weights, {tree}}, {of_text, {}}).to_text("from a test\nof two lines");
}

TEST(Calibration, ReadsWhatItWrote) {
  const auto read = Calibration::parse(good(), "c");
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->to_text("x"), Calibration::parse(read->to_text("y"), "d")->to_text("x"));
  Features features{};
  features[0] = 1;
  EXPECT_NEAR(read->probability(features), 0.14805, 1e-5);
  features[1] = 3;
  EXPECT_NEAR(read->probability(features), 0.37754, 1e-5);
  EXPECT_NEAR(read->probability_of_text(features), 0.62246, 1e-5);
}

TEST(Calibration, RefusesHostileLines) {
  const std::string text = good();
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string other = text;
    other.replace(other.find(from), from.size(), to);
    return other;
  };
  const std::string bad[] = {
      "",                                                       // nothing
      text.substr(1),                                           // no header
      text.substr(0, text.size() / 2),                          // cut off
      changed("posterior\t", "posteriors\t"),                   // an unknown name
      changed("always\t-1.5", "always\tnan"),                   // no number
      changed("always\t-1.5", "always\t1e9"),                   // absurd
      changed("always\t-1.50000\n", "always\n"),                // no weight
      changed("always\t-1.50000\n", "always\t1\nalways\t1\n"),  // twice
      changed("tree\tposterior", "tree\tposteriors"),           // a tree that asks for nothing that is known
      changed("\t-0.2500", ""),                                 // an answer too few
      changed("\ntext\n", "\n"),                                // the names come twice
      changed("\ntext\n", "\ntext\ntext\n"),                    // a third part
  };
  for (const std::string& one : bad) {
    const auto read = Calibration::parse(one, "c");
    ASSERT_FALSE(read) << one;
    EXPECT_EQ(read.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(read.error().subject, "c");
  }
}

TEST(Calibration, FitsWhatItIsShown) {
  std::vector<LabelledFeatures> examples;
  for (int i = 0; i < 1000; ++i) {
    LabelledFeatures example;
    example.features.fill(0);
    example.features[0] = 1;
    example.features[1] = i % 2;
    example.is_right = i % 2 ? i % 10 != 1 : i % 10 == 0;  // right in 8 of 10, or 2 of 10
    examples.push_back(example);
  }
  const LogOdds fitted = fitted_log_odds(examples);
  EXPECT_NEAR(fitted.probability(examples[0].features), 0.2, 0.02);
  EXPECT_NEAR(fitted.probability(examples[1].features), 0.8, 0.02);
}

TEST(Calibration, FitsWhatNoSumCanSay) {
  std::vector<LabelledFeatures> examples;
  for (int i = 0; i < 2000; ++i) {
    LabelledFeatures example;
    example.features.fill(0);
    example.features[0] = 1;
    example.features[1] = i % 3;
    example.is_right = i % 3 == 1;
    examples.push_back(example);
  }
  const LogOdds fitted = fitted_log_odds(examples);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_NEAR(fitted.probability(examples[i].features), examples[i].is_right ? 1 : 0, 0.1) << i;
}

}  // namespace
}  // namespace emend::correct
