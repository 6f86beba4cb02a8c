#include "train/confusions/edit_estimate.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "train/confusions/differing_places.h"
#include "train/confusions/packed_run.h"
#include "train/confusions/sample_pairs.h"

namespace emend::train {
namespace {

std::vector<correct::AlignedText> sample(std::size_t documents) {
  std::vector<correct::AlignedText> all;
  for (std::size_t i = 0; i < documents; ++i)
    all.push_back(correct::aligned_text(seen_paragraph(i), meant_paragraph(i)));
  return all;
}

double probability_of(const correct::ConfusionModel& model, const std::string& seen, const std::string& meant) {
  for (const correct::Confusion& confusion : model.confusions())
    if (confusion.seen == seen && confusion.meant == meant) return confusion.probability();
  return 0;
}

TEST(PackedRun, UnpacksWhatItPacked) {
  for (const std::u32string& run : std::vector<std::u32string>{U"", U"a", U"ab", U"\U0010FFFFz\u00E9", {U'\0', U'a'}})
    EXPECT_EQ(unpacked(packed(run)), run);
  EXPECT_NE(packed(std::u32string(1, U'\0')), packed(U""));
}

TEST(DifferingPlaces, HaveOneNeighbourOnEitherSide) {
  const auto text = correct::aligned_text("the liouse of tbe uncle stands here and hcre",
                                          "the house of the uncle stands here and here");
  const auto places = differing_places(text, 7);
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].seen, U" lio");
  EXPECT_EQ(places[0].meant, U" ho");
  EXPECT_EQ(places[1].seen, U"tbe");
  EXPECT_EQ(places[2].meant, U"her");
  EXPECT_EQ(places[2].document, 7u);
  // Nearer than two equal characters they are one place.
  EXPECT_EQ(differing_places(correct::aligned_text("a tboin stood on the hill", "a thorn stood on the hill"), 0).size(),
            1u);
}

TEST(EditEstimate, FindsWhatTheEngineDoes) {
  const correct::ConfusionModel model = estimated_confusions(sample(10));
  EXPECT_NEAR(probability_of(model, "li", "h"), 1.0 / 3, 0.05);
  EXPECT_NEAR(probability_of(model, "", "."), 1.0 / 5, 0.05);
  // Two neighbours are read together, which their parts do not foretell.
  EXPECT_GT(probability_of(model, "cc", "ee"), 0.9);
  EXPECT_LT(probability_of(model, "c", "e"), 0.5);
  // What only repeats its parts, or has a space for a neighbour, is no line of its own.
  EXPECT_EQ(probability_of(model, "lie", "he"), 0);
  EXPECT_EQ(probability_of(model, " li", " h"), 0);
  for (const correct::Confusion& confusion : model.confusions()) {
    EXPECT_GT(confusion.count, 0);
    EXPECT_LE(confusion.count, confusion.of);
  }
}

TEST(EditEstimate, KeepsRareOnesSmall) {
  auto texts = sample(10);
  texts.push_back(correct::aligned_text("The committee has seen tho agreement and agrees with the rest of it.",
                                        "The committee has seen the agreement and agrees with the rest of it."));
  const correct::ConfusionModel model = estimated_confusions(texts);
  const double once = probability_of(model, "o", "e");
  EXPECT_GT(once, 0);
  EXPECT_LT(once, 0.001);
}

TEST(EditEstimate, NoSingleDocumentDecides) {
  auto texts = sample(10);
  std::string seen;
  std::string meant;
  for (int i = 0; i < 40; ++i) {
    seen += "The iron fell. ";
    meant += "The iron tell. ";
  }
  texts.push_back(correct::aligned_text(seen, meant));
  EstimateOptions options;
  options.least_run_gain = 1e9;  // no runs: they would share the confusion among them
  options.most_of_one_document = 1;
  const double free = probability_of(estimated_confusions(texts, options), "f", "t");
  options.most_of_one_document = 0.3;
  const double capped = probability_of(estimated_confusions(texts, options), "f", "t");
  EXPECT_GT(capped, 0);
  EXPECT_LT(capped, 0.4 * free);
}

TEST(EditEstimate, TakesNothing) {
  EXPECT_TRUE(estimated_confusions({}).confusions().empty());
  EXPECT_TRUE(estimated_confusions({correct::aligned_text("", "")}).confusions().empty());
  EXPECT_TRUE(estimated_confusions({correct::aligned_text("same text", "same text")}).confusions().empty());
}

}  // namespace
}  // namespace emend::train
