#include "train/lm/train_lm.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "lm/language_model.h"
#include "lm/lm_tokens.h"
#include "train/lm/sample_text.h"

namespace emend::train {
namespace {

using lm::LanguageModel;
using lm::WordId;

LmOptions sample_options(const SampleFolder& folder) {
  LmOptions options;
  options.sources = {{folder.file("sample.txt", sample_collection()), 1}};
  options.origin = "sentences of the test";
  return options;
}

LanguageModel trained(const LmOptions& options) {
  SilentProgress progress;
  auto out = trained_lm(options, progress);
  EXPECT_TRUE(out);
  auto model = LanguageModel::from_bytes(out->file, "trained");
  EXPECT_TRUE(model);
  return *std::move(model);
}

double sum_over_vocabulary(const LanguageModel& model, const LanguageModel::State& state) {
  double sum = 0;
  for (WordId id = 0; id < model.vocabulary().size(); ++id) {
    LanguageModel::State next;
    sum += std::pow(10.0, model.score(state, id, next));
  }
  return sum;
}

std::vector<WordId> ids(const LanguageModel& model, std::initializer_list<const char*> forms) {
  std::vector<WordId> out;
  for (const char* form : forms) out.push_back(model.id_of(form));
  return out;
}

// Rounding of the back-off weights, 255 steps over a few powers of ten.
constexpr double kRounding = 0.02;

TEST(TrainLm, ProbabilitiesSumToOne) {
  const SampleFolder folder("train_lm_sum");
  LmOptions options = sample_options(folder);
  for (const double pruning : {0.0, 1e-3, 1e-2}) {
    options.pruning = pruning;
    options.character_pruning = pruning;
    const LanguageModel model = trained(options);
    EXPECT_NEAR(sum_over_vocabulary(model, model.begin()), 1, kRounding);
    EXPECT_NEAR(sum_over_vocabulary(model, LanguageModel::nowhere()), 1, 1e-4);
    for (const auto& history :
         {ids(model, {"the"}), ids(model, {"of", "the"}), ids(model, {"the", "members"}), ids(model, {"<s>", "the"}),
          ids(model, {"<unk>"}), ids(model, {"the", "<unk>"}), ids(model, {"members", "members"})}) {
      LanguageModel::State state;
      for (const WordId id : history) model.score(state, id, state);
      EXPECT_NEAR(sum_over_vocabulary(model, state), 1, kRounding) << pruning;
    }
  }
}

TEST(TrainLm, UnknownWordsSumToOne) {
  const SampleFolder folder("train_lm_characters");
  LmOptions options = sample_options(folder);
  options.character_order = 2;
  const LanguageModel model = trained(options);
  // All strings of up to two letters and what is left for longer ones cannot be listed; pairs of a first letter can.
  const auto p = [&](const std::string& form) { return std::pow(10.0, model.unknown_word_log_probability(form)); };
  double sum = p("");
  for (char a = 'a'; a <= 'z'; ++a) {
    sum += p(std::string(1, a));
    for (char b = 'a'; b <= 'z'; ++b) sum += p({a, b});
  }
  EXPECT_GT(sum, 0.01);
  EXPECT_LT(sum, 1);
  EXPECT_GT(p("meetings"), p("mzzxqjkw"));
}

TEST(TrainLm, KnowsItsText) {
  const SampleFolder folder("train_lm_text");
  const LanguageModel model = trained(sample_options(folder));
  EXPECT_EQ(model.origin(), "sentences of the test");
  EXPECT_EQ(model.order(), 3u);
  EXPECT_NE(model.id_of("o'clock"), model.id_of("branch"));
  EXPECT_EQ(model.id_of("o'clock"), lm::kUnknownWord);  // once only
  EXPECT_EQ(model.id_of("12"), lm::kUnknownWord);
  const lm::WordCounts the = model.counts_of("the");
  EXPECT_EQ(the.at_start, 14u);
  EXPECT_EQ(the.capitalised, 0u);
  EXPECT_GT(the.lower, 15u);

  const auto score = [&](std::string_view text) {
    double sum = 0;
    LanguageModel::State state = model.begin();
    for (const lm::LmToken& token : lm::lm_tokens(text)) sum += model.score_form(state, token.form, state);
    return sum;
  };
  EXPECT_GT(score("The masses took power into their hands."), score("The masses took power info their hands."));
  EXPECT_GT(score("The minutes were read."), score("The the of minutes."));
}

TEST(TrainLm, WeightsPullTowardsTheirSource) {
  const SampleFolder folder("train_lm_weight");
  LmOptions options;
  options.sources = {{folder.file("a.txt", "He saw the cat. He saw the cat. He saw the dog."), 1},
                     {folder.file("b.txt", "He saw the dog. He saw the dog. He saw the cat."), 1}};
  const auto dogs_over_cats = [&](double weight) {
    options.sources[1].weight = weight;
    const LanguageModel model = trained(options);
    const auto history = ids(model, {"saw", "the"});
    return model.log_probability(history, model.id_of("dog")) - model.log_probability(history, model.id_of("cat"));
  };
  EXPECT_NEAR(dogs_over_cats(1), 0, 0.02);
  EXPECT_GT(dogs_over_cats(5), 0.1);
}

TEST(TrainLm, SameBytesEveryTime) {
  const SampleFolder folder("train_lm_same");
  LmOptions options = sample_options(folder);
  options.pruning = 1e-3;
  SilentProgress progress;
  const auto first = trained_lm(options, progress);
  const auto second = trained_lm(options, progress);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->file, second->file);
}

TEST(TrainLm, HoldsOutDocumentsAndMeasuresThem) {
  const SampleFolder folder("train_lm_hold");
  LmOptions options = sample_options(folder);
  options.hold_out_every = 3;  // the second of the three
  SilentProgress progress;
  const auto out = trained_lm(options, progress);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->summary.documents, 2u);
  ASSERT_EQ(out->summary.held_out.size(), 1u);
  const Perplexity& held_out = out->summary.held_out[0];
  EXPECT_EQ(held_out.words + held_out.unknown_words, 56u);
  EXPECT_EQ(held_out.boundaries, 7u);
  EXPECT_GT(held_out.of_known_words(), 1);
  EXPECT_LT(held_out.of_known_words(), 200);
}

TEST(TrainLm, RefusesWhatMakesNoModel) {
  const SampleFolder folder("train_lm_bad");
  const LmOptions good = sample_options(folder);
  SilentProgress progress;
  const auto kind = [&](const LmOptions& options) { return trained_lm(options, progress).error().kind; };
  EXPECT_EQ(kind({}), ErrorKind::kUsage);
  LmOptions bad = good;
  bad.order = 4;
  EXPECT_EQ(kind(bad), ErrorKind::kUsage);
  bad = good;
  bad.sources[0].weight = 0;
  EXPECT_EQ(kind(bad), ErrorKind::kUsage);
  bad = good;
  bad.sources[0].file = folder.file("empty.txt", "");
  EXPECT_EQ(kind(bad), ErrorKind::kUsage);
  bad.sources[0].file = "/nonexistent/prose.txt";
  EXPECT_EQ(kind(bad), ErrorKind::kMissing);
  EXPECT_EQ(train_lm(good, "/nonexistent/out.lm", progress).error().kind, ErrorKind::kUnwritable);
}

}  // namespace
}  // namespace emend::train
