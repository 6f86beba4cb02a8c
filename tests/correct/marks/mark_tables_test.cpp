// The three tables of the mark layer: what was written is read again, and the rest is refused.
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "correct/marks/mark_calibration.h"
#include "correct/marks/mark_channel.h"
#include "correct/marks/mark_context.h"
#include "correct/marks/mark_repair.h"

namespace emend::correct {
namespace {

constexpr std::string_view kContext =
    "# emend marks 1\n"
    "capital\tstop\t9900\n"
    "word\t<initial>\t-1\t9000\n"
    "word\tthe\t20\t10\n"
    "word\tmr\t9990\t9990\n"
    "before\tmr\t-1000\t3000\t0\t0\t0\t0\t0\n"
    "after\tthe\t500\t700\t0\t0\t0\t0\t-20\n"
    "since-stop\t9\t0\t250\t0\t0\t0\t0\t0\n"
    "always\t-2500\t-3000\t-5000\t-6000\t-7000\t-7000\t-8000\n";

TEST(MarkContext, ReadsWhatItWrote) {
  const auto context = MarkContext::parse(kContext, "a");
  ASSERT_TRUE(context) << context.error().what;
  const std::string text = context->to_text("a test");
  const auto again = MarkContext::parse(text, "b");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->to_text("a test"), text);
}

TEST(MarkContext, WeighsTheWordsAround) {
  const auto context = MarkContext::parse(kContext, "a");
  ASSERT_TRUE(context);
  const std::string text = "mr the mr";
  const MarkedText marked = marked_text(text, text::tokenise(text));
  const auto features = context->features_of(text, marked);
  ASSERT_EQ(features.size(), 3u);
  const auto behind_mr = context->probabilities(features[0]);
  const auto behind_the = context->probabilities(features[1]);
  EXPECT_NEAR(std::accumulate(behind_mr.begin(), behind_mr.end(), 0.0), 1, 1e-5);
  EXPECT_GT(behind_mr[index_of(Mark::kStop)], 0.5);
  EXPECT_LT(behind_the[index_of(Mark::kStop)], 0.1);

  const WordNumber mr = context->number_of(text, marked.words[0]);
  const WordNumber the = context->number_of(text, marked.words[1]);
  EXPECT_LT(context->capital_probability(Mark::kNone, the, the), 0.01);
  EXPECT_GT(context->capital_probability(Mark::kStop, the, the), 0.9);
  // The point belongs to the title, so nothing begins behind it.
  EXPECT_LT(context->capital_probability(Mark::kStop, mr, the), 0.01);
}

TEST(MarkContext, SeesTheSameStretchByStretch) {
  const auto context = MarkContext::parse(kContext, "a");
  ASSERT_TRUE(context);
  std::string text;
  for (int i = 0; i < 5000; ++i)
    text += i % 97 == 96 ? "mr.\n\n" : i % 13 == 12 ? "the, " : i % 29 == 28 ? "the. " : "mr ";
  const MarkedText marked = marked_text(text, text::tokenise(text));
  const auto numbers = context->numbers_of(text, marked);
  std::vector<MarkFeatures> by_stretches;
  int stretches = 0;
  for (std::size_t begin = 0; begin < marked.words.size(); ++stretches) {
    const Stretch stretch = stretch_from(marked, begin);
    for (const MarkFeatures& features : MarkContext::features_of(numbers, marked, stretch))
      by_stretches.push_back(features);
    begin = stretch.end;
  }
  EXPECT_GT(stretches, 1);
  EXPECT_EQ(by_stretches, context->features_of(text, marked));
}

TEST(MarkContext, TellsWordsThatItDoesNotList) {
  const auto context = MarkContext::parse(kContext, "a");
  ASSERT_TRUE(context);
  const struct {
    const char* word;
    WordClass word_class;
  } cases[] = {
      {"1842", WordClass::kNumber},       {"4th", WordClass::kMixed},          {"J", WordClass::kInitial},
      {"A", WordClass::kCapitalA},        {"LONDON", WordClass::kAllCapitals}, {"Smith", WordClass::kCapitalised},
      {"walking", WordClass::kEndsInIng}, {"walked", WordClass::kEndsInEd},    {"badly", WordClass::kEndsInLy},
      {"cats", WordClass::kEndsInS},      {"été", WordClass::kOther}};
  for (const auto& one : cases) {
    const std::string text = one.word;
    const MarkedText marked = marked_text(text, text::tokenise(text));
    EXPECT_EQ(context->number_of(text, marked.words[0]), static_cast<WordNumber>(one.word_class)) << one.word;
  }
  const std::string capitals = "The THE";
  const MarkedText marked = marked_text(capitals, text::tokenise(capitals));
  EXPECT_TRUE(context->is_listed(context->number_of(capitals, marked.words[0])));
  EXPECT_TRUE(context->is_listed(context->number_of(capitals, marked.words[1])));
}

TEST(MarkContext, DistancesHaveBuckets) {
  EXPECT_EQ(distance_bucket(0), 0u);
  EXPECT_EQ(distance_bucket(1), 0u);
  EXPECT_EQ(distance_bucket(2), 1u);
  EXPECT_EQ(distance_bucket(1'000'000), kDistances - 1);
}

TEST(MarkContext, RefusesTheRest) {
  const std::string good(kContext);
  for (const std::string& bad :
       {std::string(), std::string("# emend marks 2\n"), std::string("# emend marks 1\n"), good + "word\tx\t10001\t0\n",
        good + "word\tx\t1\n", good + "word\tx\t1\t2\t3\n", good + "before\tunheard-of\t1\t1\t1\t1\t1\t1\t1\n",
        good + "before\tthe\t1\t1\t1\n", good + "before\tthe\t1\t1\t1\t1\t1\t1\t40000\n",
        good + "until-stop\t10\t1\t1\t1\t1\t1\t1\t1\n", good + "nowhere\tthe\t1\t1\t1\t1\t1\t1\t1\n",
        good + "capital\tfull-stop\t1\n", good + "always\t1\n"}) {
    const auto context = MarkContext::parse(bad, "the file");
    ASSERT_FALSE(context) << bad;
    EXPECT_EQ(context.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(context.error().subject, "the file");
  }
}

TEST(MarkChannel, ReadsWhatItWroteAndRefusesTheRest) {
  const std::string good =
      "# emend mark confusions 1\nmark\tstop\tcomma\t12\nmark\tabbreviation\tnone\t3\nletter\ti\tsmall\tcapital\t9\n"
      "letter\tother\tcapital\tcapital\t2\nstray\tlone\tapostrophe\t14\t0\t5\n";
  const auto channel = MarkChannel::parse(good, "a");
  ASSERT_TRUE(channel) << channel.error().what;
  EXPECT_EQ(channel->marks[index_of(Mark::kStop)][index_of(Mark::kComma)], 12);
  const auto again = MarkChannel::parse(channel->to_text("a test"), "b");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->to_text(""), channel->to_text(""));
  for (const char* bad :
       {"mark\tstop\tcomma\n", "mark\tstop\tpoint\t1\n", "mark\tstop\tcomma\t-1\n", "mark\tstop\tcomma\tnan\n",
        "letter\tii\tsmall\tsmall\t1\n", "letter\ti\tlarge\tsmall\t1\n", "stray\tlone\tcrumb\t1\t1\t1\n",
        "stray\tlone\tdirt\t1\t1\n", "mark\tstop\tcomma\t1\t1\n", "else\n"})
    EXPECT_FALSE(MarkChannel::parse(good + bad, "a")) << bad;
  EXPECT_FALSE(MarkChannel::parse("", "a"));
  EXPECT_FALSE(MarkChannel::parse("# emend confusions 1\n", "a"));
}

TEST(MarkChannel, NothingIsImpossible) {
  for (const MarkRates& rates :
       {rates_of({}), rates_of(*MarkChannel::parse("# emend mark confusions 1\nmark\tstop\tnone\t5\nletter\ti\tsmall\t"
                                                   "capital\t9\nletter\ti\tsmall\tsmall\t91\n",
                                                   "a"))}) {
    for (const auto& row : rates.marks) {
      EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), 1, 1e-9);
      for (const double rate : row) EXPECT_GT(rate, 0);
    }
    for (const auto& letter : rates.letters)
      for (const auto& row : letter) {
        EXPECT_NEAR(row[0] + row[1], 1, 1e-9);
        EXPECT_GT(std::min(row[0], row[1]), 0);
      }
  }
}

TEST(MarkCalibration, ReadsWhatItWroteAndRefusesTheRest) {
  MarkCalibration::Weights weights{};
  weights[kLostMark][0] = 2;
  weights[kStrayMark][1] = -0.5;
  const MarkCalibration calibration(weights);
  MarkFeatureValues features{};
  features[0] = 1;
  EXPECT_GT(calibration.probability(kLostMark, features), 0.8);
  EXPECT_NEAR(calibration.probability(kMisreadMark, features), 0.5, 1e-9);
  const std::string text = calibration.to_text("a test");
  const auto again = MarkCalibration::parse(text, "a");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->to_text("a test"), text);
  EXPECT_FALSE(MarkCalibration::parse("", "a"));
  for (const char* bad : {"lost-mark\talways\t1\n", "lost-mark\tunheard-of\t1\n", "lost-mark\t1\n",
                          "lost-mark\terrors\tnan\n", "found-mark\talways\t1\n"})
    EXPECT_FALSE(MarkCalibration::parse(text + bad, "a")) << bad;
}

TEST(MarkCalibration, ItsIdsAreThoseThatPeopleAreTold) {
  for (std::size_t id = 0; id < kMarkRepairs; ++id) {
    EXPECT_EQ(kMarkRepairInfos[id].id, kMarkRepairNames[id]);
    EXPECT_EQ(kMarkRepairInfos[id].group, "marks");
  }
}

}  // namespace
}  // namespace emend::correct
