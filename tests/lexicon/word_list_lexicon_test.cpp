#include "lexicon/word_list_lexicon.h"

#include <gtest/gtest.h>

namespace emend::lexicon {
namespace {

WordListLexicon list_of(std::string_view text) {
  return WordListLexicon::parse(text, "test words", "list.txt").value();
}

TEST(WordListLexicon, FourAnswers) {
  const WordListLexicon list = list_of(
      "# names\n"
      "Shingaryov   # a minister\r\n"
      "gubernia\n"
      "\n"
      "!tbe\n"
      "comrnittee -> committee\n"
      "bis -> his, this");
  const std::tuple<const char*, Verdict, std::vector<std::string>> cases[] = {
      {"Shingaryov", Verdict::kWord, {}},
      {"SHINGARYOV", Verdict::kWord, {}},
      {"shingaryov", Verdict::kNoOpinion, {}},
      {"gubernia", Verdict::kWord, {}},
      {"Gubernia", Verdict::kWord, {}},
      {"tbe", Verdict::kNotAWord, {}},
      {"Tbe", Verdict::kNotAWord, {}},
      {"comrnittee", Verdict::kBetter, {"committee"}},
      {"Comrnittee", Verdict::kBetter, {"Committee"}},
      {"COMRNITTEE", Verdict::kBetter, {"COMMITTEE"}},
      {"bis", Verdict::kBetter, {"his", "this"}},
      {"minister", Verdict::kNoOpinion, {}},
      {"", Verdict::kNoOpinion, {}},
  };
  for (const auto& [word, verdict, better] : cases) {
    const Answer answer = list.look_up(word);
    EXPECT_EQ(answer.verdict, verdict) << word;
    EXPECT_EQ(answer.better, better) << word;
    EXPECT_EQ(answer.source, verdict == Verdict::kNoOpinion ? "" : "test words") << word;
  }
}

TEST(WordListLexicon, TheLastLineAboutAWordCounts) {
  EXPECT_TRUE(list_of("!gaol\ngaol\n").has("gaol"));
  EXPECT_FALSE(list_of("gaol\n!gaol\n").has("gaol"));
}

TEST(WordListLexicon, BadLinesAreNamed) {
  const std::pair<const char*, const char*> cases[] = {
      {"good\nbad -> \n", "line 2"}, {"-> bad\n", "line 1"},  {"a\n\n!\n", "line 3"},
      {"two words\n", "line 1"},     {"a -> b,\n", "line 1"},
  };
  for (const auto& [text, place] : cases) {
    const auto list = WordListLexicon::parse(text, "test words", "list.txt");
    ASSERT_FALSE(list.has_value()) << text;
    EXPECT_EQ(list.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(list.error().subject, "list.txt");
    EXPECT_EQ(list.error().what.rfind(place, 0), 0u) << list.error().what;
  }
}

TEST(WordListLexicon, AMissingFileIsMissing) {
  const auto list = WordListLexicon::read("/nonexistent/words.txt", "test words");
  ASSERT_FALSE(list.has_value());
  EXPECT_EQ(list.error().kind, ErrorKind::kMissing);
}

}  // namespace
}  // namespace emend::lexicon
