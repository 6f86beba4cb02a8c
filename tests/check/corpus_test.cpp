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

}  // namespace
}  // namespace emend::check
