#include "lexicon/hunspell_lexicon.h"

#include <atomic>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "base/parallel.h"
#include "lexicon/make_lexicon.h"

namespace emend::lexicon {
namespace {

namespace fs = std::filesystem;

class HunspellLexiconTest : public testing::Test {
 protected:
  static const HunspellLexicon& english() {
    static const auto lexicon = HunspellLexicon::open("eng", LexiconOptions{}.dictionary_folders);
    return lexicon.value();
  }
};

TEST_F(HunspellLexiconTest, BritishAndAmericanTogether) {
  const std::pair<const char*, Verdict> cases[] = {
      {"hour", Verdict::kWord},      {"Hour", Verdict::kWord},           {"labour", Verdict::kWord},
      {"labor", Verdict::kWord},     {"don't", Verdict::kWord},          {"don’t", Verdict::kWord},
      {"tbe", Verdict::kNotAWord},   {"Shingaryov", Verdict::kNotAWord}, {"", Verdict::kNoOpinion},
      {"1917", Verdict::kNoOpinion}, {"two words", Verdict::kNoOpinion}, {"a\x01", Verdict::kNoOpinion},
  };
  for (const auto& [word, expected] : cases) EXPECT_EQ(english().look_up(word).verdict, expected) << word;
  EXPECT_EQ(english().look_up("labour").source, "en_GB");
}

TEST_F(HunspellLexiconTest, NoOpinionOfEndlessOrOddWords) {
  EXPECT_EQ(english().look_up(std::string(1'000'000, 'a')).verdict, Verdict::kNoOpinion);
  EXPECT_EQ(english().look_up(std::string("a\0b", 3)).verdict, Verdict::kNoOpinion);
}

TEST_F(HunspellLexiconTest, SameAnswersFromManyThreads) {
  const std::string words[] = {"labour", "labor", "tbe", "committee", "comrnittee", "peasants", "qzx"};
  const bool expected[] = {true, true, false, true, false, true, false};
  std::atomic<int> wrong = 0;
  run_in_parallel(8, 8, [&](std::size_t task) {
    for (std::size_t i = 0; i < 2000; ++i) {
      const std::size_t n = (i + task) % std::size(words);
      if (english().has(words[n]) != expected[n]) ++wrong;
      english().has(words[n] + std::to_string(i));  // fills and empties the cache
    }
  });
  EXPECT_EQ(wrong, 0);
}

TEST(HunspellLexicon, MissingDictionaryNamesThePackage) {
  const auto lexicon = HunspellLexicon::open("eng", {"/nonexistent"});
  ASSERT_FALSE(lexicon.has_value());
  EXPECT_EQ(lexicon.error().kind, ErrorKind::kMissing);
  EXPECT_EQ(lexicon.error().subject, "en_US");
  EXPECT_NE(lexicon.error().hint.find("hunspell-en-us"), std::string::npos);
}

TEST(HunspellLexicon, UnknownLanguageIsNamed) {
  const auto lexicon = HunspellLexicon::open("xyz", {"/usr/share/hunspell"});
  ASSERT_FALSE(lexicon.has_value());
  EXPECT_EQ(lexicon.error().kind, ErrorKind::kMissing);
  EXPECT_EQ(lexicon.error().subject, "xyz");
}

// A dictionary made in the test: Latin-1, and found through DICPATH.
TEST(HunspellLexicon, OldEncodingsAndDicpath) {
  const fs::path folder = fs::path(testing::TempDir()) / "emend_hunspell_lexicon_test";
  fs::create_directories(folder);
  std::ofstream(folder / "fr_FR.aff") << "SET ISO8859-1\n";
  std::ofstream(folder / "fr_FR.dic") << "2\n\xE9t\xE9\nma\xEEtre\n";
  setenv("DICPATH", ("/nonexistent:" + folder.string()).c_str(), 1);
  const auto lexicon = HunspellLexicon::open("fra", {});
  unsetenv("DICPATH");
  ASSERT_TRUE(lexicon.has_value());
  EXPECT_TRUE(lexicon->has("été"));
  EXPECT_TRUE(lexicon->has("Maître"));
  EXPECT_EQ(lexicon->look_up("ete").verdict, Verdict::kNotAWord);
  EXPECT_EQ(lexicon->look_up("лето").verdict, Verdict::kNotAWord);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace emend::lexicon
