#include "lexicon/make_lexicon.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "lexicon/stacked_lexicon.h"
#include "lexicon/word_list_lexicon.h"

namespace emend::lexicon {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<Lexicon> list_of(std::string_view text, std::string source) {
  return std::make_unique<WordListLexicon>(WordListLexicon::parse(text, std::move(source), "list").value());
}

TEST(StackedLexicon, TheFirstWithAnOpinionWins) {
  std::vector<std::unique_ptr<Lexicon>> lexicons;
  lexicons.push_back(list_of("!gaol\n", "first"));
  lexicons.push_back(list_of("gaol\nshew\n", "second"));
  const StackedLexicon stack(std::move(lexicons));
  EXPECT_EQ(stack.look_up("gaol").verdict, Verdict::kNotAWord);
  EXPECT_EQ(stack.look_up("gaol").source, "first");
  EXPECT_EQ(stack.look_up("shew").source, "second");
  EXPECT_EQ(stack.look_up("other").verdict, Verdict::kNoOpinion);
}

TEST(StackedLexicon, AnEmptyStackHasNoOpinion) {
  EXPECT_EQ(StackedLexicon({}).look_up("word").verdict, Verdict::kNoOpinion);
}

TEST(MakeLexicon, ListsOverDocumentOverDictionaries) {
  const fs::path list = fs::path(testing::TempDir()) / "emend_make_lexicon_test.txt";
  std::ofstream(list) << "!hour\nqzxify\n";
  LexiconOptions options;
  options.project_word_lists = {list};
  options.document_text = "Shingaryov, Shingaryov and Shingaryov";
  const auto lexicon = make_lexicon(options);
  fs::remove(list);
  ASSERT_TRUE(lexicon.has_value());
  EXPECT_EQ((*lexicon)->look_up("hour").source, "project words");
  EXPECT_FALSE((*lexicon)->has("hour"));
  EXPECT_TRUE((*lexicon)->has("qzxify"));
  EXPECT_TRUE((*lexicon)->has("Shingaryov"));
  EXPECT_TRUE((*lexicon)->has("minute"));
  EXPECT_FALSE((*lexicon)->has("Shingarvov"));
}

TEST(MakeLexicon, MissingListsAndDictionariesAreErrors) {
  LexiconOptions options;
  options.dictionary_folders = {"/nonexistent"};
  EXPECT_EQ(make_lexicon(options).error().kind, ErrorKind::kMissing);
  options.languages.clear();
  EXPECT_TRUE(make_lexicon(options).has_value());
  options.world_word_lists = {"/nonexistent/words.txt"};
  EXPECT_EQ(make_lexicon(options).error().subject, "/nonexistent/words.txt");
}

TEST(WithDocumentWords, StandOnTopOfTheBase) {
  const auto base = list_of("!Kazan\nword\n", "base");
  const auto lexicon = with_document_words("Kazan Kazan Kazan", *base);
  EXPECT_TRUE(lexicon->has("Kazan"));
  EXPECT_TRUE(lexicon->has("word"));
}

}  // namespace
}  // namespace emend::lexicon
