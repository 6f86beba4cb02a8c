#include "correct/confusion/confusion_model.h"

#include <gtest/gtest.h>

#include "correct/confusion/alignment.h"
#include "correct/confusion/confusion_counter.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr const char* kHead = "# emend confusions 1\n";

TEST(ConfusionModel, ReadsWhatItWrote) {
  const ConfusionModel model({{"b", "h", 3, 100}, {"", "e", 1.5, 200}, {"li", "h", 2, 100}});
  const auto again = ConfusionModel::parse(model.to_text("from a test\nof two lines"), "a.tsv");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->to_text("x"), model.to_text("x"));
  ASSERT_EQ(again->confusions().size(), 3u);
  EXPECT_EQ(again->confusions()[0].meant, "e");
  EXPECT_DOUBLE_EQ(again->confusions()[1].probability(), 0.03);
}

TEST(ConfusionModel, TellsRemarksFromNumberSigns) {
  const ConfusionModel model({{"#", "H", 3, 100}, {"# ", "H", 2, 100}});
  const auto again = ConfusionModel::parse(model.to_text("a remark\twith a tab"), "a.tsv");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->confusions().size(), 2u);
}

TEST(ConfusionModel, RefusesHostileLines) {
  const char* const bad[] = {
      "b\th\t3\n",          // a field is missing
      "b\th\t3\t100\t\n",   // one too many
      "b\th\tmany\t100\n",  // no number
      "b\th\t0\t100\n",     // nothing
      "b\th\t-1\t100\n",    //
      "b\th\tnan\t100\n",   //
      "b\th\tinf\t100\n",   //
      "b\th\t3\t1e308\n",   // more than any text has
      "b\th\t1e-99\t3\n",   //
      "b\th\t3\t2\n",       // more often than meant
      "h\th\t3\t100\n",     // no confusion
      "abcd\th\t3\t100\n",  // too long
      "b\t\xFF\t3\t100\n",  // not UTF-8
  };
  for (const char* line : bad) {
    const auto parsed = ConfusionModel::parse(std::string(kHead) + line, "a.tsv");
    ASSERT_FALSE(parsed) << line;
    EXPECT_EQ(parsed.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(parsed.error().subject, "a.tsv");
    EXPECT_NE(parsed.error().what.find("line 2"), std::string::npos);
  }
  EXPECT_FALSE(ConfusionModel::parse("", "a.tsv"));
  EXPECT_FALSE(ConfusionModel::parse("b\th\t3\t100\n", "a.tsv"));
  EXPECT_TRUE(ConfusionModel::parse(std::string(kHead) + "# end\n", "a.tsv"));
}

TEST(ConfusionModel, NoticesWhereverItIsCutOff) {
  const std::string whole = ConfusionModel({{"b", "h", 3, 100}, {"li", "h", 2, 100}}).to_text("");
  ASSERT_TRUE(ConfusionModel::parse(whole, "a.tsv"));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(ConfusionModel::parse(whole.substr(0, size), "a.tsv")) << size;
}

TEST(ConfusionModel, AdaptsToADocument) {
  const ConfusionModel prior({{"b", "h", 10, 1000}, {"*", "", 20, 20000}});
  // 20 of 40 h in a text as long as the prior counts: far more than the prior would have it.
  const ConfusionModel own = prior.adapted({{"b", "h", 20, 20}, {"li", "h", 4, 4}, {"x", "h", 1, 1}}, 20000, 20000);
  double b = 0;
  double li = 0;
  for (const Confusion& confusion : own.confusions()) {
    EXPECT_LE(confusion.count, confusion.of);
    EXPECT_NE(confusion.seen, "x") << "once may be chance";
    if (confusion.seen == "b") b = confusion.probability();
    if (confusion.seen == "li") li = confusion.probability();
  }
  EXPECT_NEAR(b, 30.0 / 2000, 1e-9);
  EXPECT_GT(li, 0);
}

TEST(ConfusionCounter, CountsRunsOfSeveralLetters) {
  ConfusionCounter counter;
  for (int i = 0; i < 3; ++i) counter.add("the liouse of rny uncle stands here", "the house of my uncle stands here");
  const ConfusionModel model = counter.model();
  ASSERT_EQ(model.confusions().size(), 2u) << model.to_text("");
  EXPECT_EQ(model.confusions()[0].seen, "li");
  EXPECT_EQ(model.confusions()[0].meant, "h");
  EXPECT_EQ(model.confusions()[1].seen, "rn");
  EXPECT_EQ(model.confusions()[1].meant, "m");
}

TEST(ConfusionCounter, LeavesOutWhatHasNothingInCommon) {
  ConfusionCounter counter;
  for (int i = 0; i < 5; ++i) counter.add("qqqq zzzz 1234 wwww", "the house of my uncle");
  EXPECT_TRUE(counter.model().confusions().empty());
}

TEST(Alignment, CoversBothTexts) {
  const struct {
    const char32_t* seen;
    const char32_t* meant;
    std::size_t differing;
  } cases[] = {
      {U"", U"", 0},    {U"abc", U"abc", 0},         {U"", U"ab", 1},          {U"ab", U"", 1},
      {U"rn", U"m", 1}, {U"tbe cat", U"the cat", 1}, {U"ofthe", U"of the", 1},
  };
  for (const auto& one : cases) {
    const std::u32string seen = one.seen;
    const std::u32string meant = one.meant;
    std::size_t seen_at = 0;
    std::size_t meant_at = 0;
    std::size_t differing = 0;
    for (const AlignedStep& step : align(seen, meant)) {
      EXPECT_EQ(step.seen_begin, seen_at);
      EXPECT_EQ(step.meant_begin, meant_at);
      seen_at = step.seen_end;
      meant_at = step.meant_end;
      differing += !step.is_equal;
    }
    EXPECT_EQ(seen_at, seen.size());
    EXPECT_EQ(meant_at, meant.size());
    EXPECT_EQ(differing, one.differing) << text::to_utf8(seen);
  }
}

}  // namespace
}  // namespace emend::correct
