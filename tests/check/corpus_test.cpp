#include "check/corpus_findings.h"

#include <gtest/gtest.h>

#include "check/rule_names.h"

namespace emend::check {
namespace {

std::vector<CorpusFile> corpus(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<CorpusFile> files;
  for (const auto& [name, text] : texts) files.push_back({name, gather_facts(text, PlaceFinder(text))});
  return files;
}

std::vector<CorpusFinding> find(const std::vector<CorpusFile>& files) {
  return corpus_findings(files, {}, [](std::string_view word) { return word == "Germans"; });
}

TEST(CorpusFindings, ANameInTwoSpellings) {
  std::string often;
  for (int i = 0; i < 20; ++i) often += "Then Miliukov spoke, and the German Germana left.\n";
  const auto found = find(corpus({{"a.txt", often}, {"b.txt", "There Miliukow spoke; then Milinkov spoke.\n"}}));
  ASSERT_EQ(found.size(), 1u) << "a last letter may be another form of the name";
  EXPECT_EQ(found[0].file, 1u);
  EXPECT_EQ(found[0].finding.before, "Milinkov");
  EXPECT_EQ(found[0].finding.after, "Miliukov");
  EXPECT_EQ(found[0].finding.begin, (FilePlace{1, 28, 28, 28}));
}

TEST(CorpusFindings, AConventionThatOneFileBreaks) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (int i = 0; i < 10; ++i)
    texts.emplace_back("c" + std::string(1, static_cast<char>('a' + i)) + ".txt", "“A” and “B” and “C”.\n");
  texts.emplace_back("d.txt", "\"A\" and \"B\".\n");
  const auto found = find(corpus(texts));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].file, 10u);
  EXPECT_EQ(found[0].finding.rule, kConvention);
  texts.resize(4);
  texts.emplace_back("d.txt", "\"A\" and \"B\".\n");
  EXPECT_TRUE(find(corpus(texts)).empty()) << "four files are no custom";
}

TEST(CorpusFindings, AMissingPage) {
  std::vector<CorpusFile> files;
  for (int i = 1; i <= 20; ++i)
    if (i != 7) files.push_back({"in/page_0" + std::to_string(i + 10) + ".txt", {}});
  auto found = find(files);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].finding.message.find("page_017.txt"), std::string::npos) << found[0].finding.message;
  // A sample of every seventh page lacks nothing.
  files.clear();
  for (int i = 1; i <= 20; ++i) files.push_back({"page_" + std::to_string(i * 7) + ".txt", {}});
  EXPECT_TRUE(find(files).empty());
}

TEST(CorpusFindings, AFileThatIsMuchWorse) {
  std::vector<CorpusFile> files;
  for (int i = 0; i < 6; ++i) {
    CorpusFile file;
    file.name = "f" + std::string(1, static_cast<char>('a' + i)) + ".txt";
    file.facts.words = 1000;
    file.facts.expected_errors = i == 3 ? 150 : 10;
    files.push_back(file);
  }
  const auto found = find(files);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].file, 3u);
  EXPECT_NE(found[0].finding.message.find("15.0 %"), std::string::npos) << found[0].finding.message;
}

std::vector<CorpusFile> pages(const std::vector<std::size_t>& numbers, const std::string& before,
                              const std::string& behind) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    texts.emplace_back("b_" + std::to_string(i + 10) + ".txt", before + std::to_string(numbers[i]) + behind +
                                                                   "\nHe came in 1907 and left.\nThere were 12 men\n");
  return corpus(texts);
}

TEST(CorpusFindings, APageThatItsNumberMisses) {
  for (const auto& [before, behind] :
       {std::pair("", ""), std::pair("- ", " -"), std::pair("THE MILL. ", ""), std::pair("", " THE OLD MILL")}) {
    const auto found = find(pages({7, 8, 9, 10, 13, 14, 15, 16}, before, behind));
    ASSERT_EQ(found.size(), 1u) << before << behind;
    EXPECT_EQ(found[0].file, 4u);
    EXPECT_EQ(found[0].finding.rule, kMissingPage);
    EXPECT_EQ(found[0].finding.begin.line, 1u);
    EXPECT_NE(found[0].finding.message.find("2 pages before it are missing"), std::string::npos)
        << found[0].finding.message;
  }
}

TEST(CorpusFindings, NumbersThatAreNoGap) {
  EXPECT_TRUE(find(pages({7, 8, 9, 10, 11, 12, 13, 14}, "", "")).empty());
  EXPECT_TRUE(find(pages({7, 8, 9, 10, 17, 12, 13, 14}, "", "")).empty()) << "a number that was misread";
  EXPECT_TRUE(find(pages({7, 8, 9, 10, 1, 2, 3, 4}, "", "")).empty()) << "a new count";
  EXPECT_TRUE(find(pages({7, 8, 9, 10, 110, 111, 112, 113}, "", "")).empty()) << "too far to be lost pages";
  EXPECT_TRUE(find(pages({7, 8, 9, 10, 13, 14, 99, 16}, "", "")).empty()) << "two pages are no proof";
  EXPECT_TRUE(find(pages({3, 10, 17, 24, 31, 38, 45, 52}, "", "")).empty()) << "a sample of a book";
  EXPECT_TRUE(find(pages({7, 8, 9, 10, 13, 14, 15, 16}, "in ", " he said that the mill was sold to them")).empty())
      << "inside a sentence";
}

TEST(CorpusFindings, ANameThatIsAnotherName) {
  std::string often;
  for (int i = 0; i < 7; ++i) often += "Then Miliukov spoke.\n";
  EXPECT_TRUE(find(corpus({{"a.txt", often}, {"b.txt", "Then Milinkov spoke.\n"}})).empty()) << "seven are too few";
  for (int i = 0; i < 20; ++i) often += "Then Miliukov and Germany spoke.\n";
  EXPECT_TRUE(
      find(corpus({{"a.txt", often}, {"b.txt", "Then Milinkov spoke, then Milinkov, then Milinkov; then Germans.\n"}}))
          .empty())
      << "three times is a name of its own, and a word is one";
}

TEST(CorpusFindings, OtherConventions) {
  for (const auto& [usual, odd] : {std::pair("a—b—c—d", "a--b--c--d"), std::pair("a.[1] b.[2] c.[3]", "a.¹ b.² c.³")}) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (int i = 0; i < 10; ++i) texts.emplace_back("c" + std::string(1, static_cast<char>('a' + i)) + ".txt", usual);
    texts.emplace_back("d.txt", odd);
    EXPECT_EQ(find(corpus(texts)).size(), 1u) << odd;
    texts.back().second = std::string(usual) + odd;
    EXPECT_TRUE(find(corpus(texts)).empty()) << "who writes both breaks no custom";
    for (int i = 0; i < 3; ++i) texts.emplace_back("e" + std::to_string(i) + "x.txt", odd);
    EXPECT_TRUE(find(corpus(texts)).empty()) << "three of thirteen are another custom";
  }
}

std::vector<CorpusFile> with_errors(const std::vector<double>& shares) {
  std::vector<CorpusFile> files;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    CorpusFile file;
    file.name = "f" + std::string(1, static_cast<char>('a' + i)) + ".txt";
    file.facts.words = 1000;
    file.facts.expected_errors = shares[i] * 1000;
    files.push_back(file);
  }
  return files;
}

TEST(CorpusFindings, AFileIsBadAgainstTheSpreadOfItsNeighbours) {
  EXPECT_EQ(find(with_errors({.02, .021, .019, .02, .022, .018, .12})).size(), 1u);
  EXPECT_TRUE(find(with_errors({.01, .04, .02, .09, .005, .03, .12})).empty()) << "all differ as much";
  EXPECT_TRUE(find(with_errors({.001, .001, .001, .001, .001, .001, .02})).empty()) << "nearly clean is not bad";
  EXPECT_TRUE(find(with_errors({.01, .01, .01, .15})).empty()) << "four files have no middle";
  auto files = with_errors({.02, .02, .02, .02, .02, .02, .3});
  files.back().facts.words = 50;
  files.back().facts.expected_errors = 15;
  EXPECT_TRUE(find(files).empty()) << "a title page tells nothing";
}

}  // namespace
}  // namespace emend::check
