// Words that no file of the repository may hold: paths of somebody's machine, marks of an unfinished merge or thought.
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "house/checkout.h"

namespace emend::house {
namespace {

struct Banned {
  std::string pattern;
  std::string why;
};

// The patterns are put together here so that this file does not hold what it looks for.
std::vector<Banned> banned() {
  const std::string slash = "/";
  return {
      {R"((^|[^\w.~$}/-]))" + slash + "(home|root|Users|work|mnt|workspace)" + slash + R"([\w.])",
       "a path of one machine: take it from an argument or the environment"},
      {R"(\.\.)" + slash + "shared" + slash, "a folder beside the checkout: take it from EMEND_DATA"},
      {std::string("^<<<<<") + "<< |^>>>>>" + ">> ", "the mark of an unfinished merge"},
      {std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X)\\b", "an unfinished thought: finish it, or file an issue"},
  };
}

// Texts in the manner of the period and other people's formats may hold anything.
bool is_data(const std::string& file) {
  for (const char* folder : {"samples/", "models/", "tests/fuzz/seeds/", "LICENSE"})
    if (file.starts_with(folder)) return true;
  return false;
}

bool is_text(const std::string& bytes) { return bytes.find('\0') == std::string::npos; }

std::vector<std::string> findings(const std::string& line, const std::vector<Banned>& words) {
  std::vector<std::string> found;
  for (const Banned& word : words)
    if (std::regex_search(line, std::regex(word.pattern))) found.push_back(word.why);
  return found;
}

TEST(Vocabulary, NoFileHoldsABannedWord) {
  std::vector<std::pair<std::regex, std::string>> words;
  for (const Banned& word : banned()) words.emplace_back(std::regex(word.pattern, std::regex::optimize), word.why);
  for (const std::string& file : checkout_files()) {
    if (is_data(file) || !is_text(read_checkout_file(file))) continue;
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].size() > 5000) continue;  // a generated line; std::regex would take long over it
      for (const auto& [pattern, why] : words)
        EXPECT_FALSE(std::regex_search(lines[i], pattern)) << file << ":" << i + 1 << ": " << why << "\n  " << lines[i];
    }
  }
}

TEST(Vocabulary, TheWordsAreFound) {
  const std::string slash = "/";
  const std::string bad[] = {"cd " + slash + "home" + slash + "anna", "\"" + slash + "work" + slash + "main\"",
                             "see .." + slash + "shared" + slash + "data", "// TO" + std::string("DO: later"),
                             std::string("<<<<<") + "<< HEAD"};
  for (const std::string& line : bad) EXPECT_EQ(findings(line, banned()).size(), 1u) << line;
  for (const std::string good : {"homework/home", "the work of a day", "a//b", "https://example.org/work/x", "todo"})
    EXPECT_TRUE(findings(good, banned()).empty()) << good;
}

TEST(Vocabulary, TextFilesEndInANewline) {
  for (const std::string& file : checkout_files()) {
    if (is_data(file) || file.starts_with("tests/")) continue;
    const std::string bytes = read_checkout_file(file);
    if (bytes.empty() || !is_text(bytes)) continue;
    EXPECT_EQ(bytes.back(), '\n') << file;
  }
}

}  // namespace
}  // namespace emend::house
