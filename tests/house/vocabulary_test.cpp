// Words that no file of the repository may hold: paths of somebody's machine, marks of an unfinished merge or thought.
#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "house/checkout.h"

namespace emend::house {
namespace {

struct Banned {
  std::string pattern;
  std::vector<std::string> parts;  // one of them is in every text that matches; a quick look saves the slow one
  std::string why;
};

// The patterns are put together here so that this file does not hold what it looks for.
std::vector<Banned> banned() {
  const std::string slash = "/";
  std::vector<std::string> folders;
  for (const char* folder : {"home", "root", "Users", "work", "mnt", "workspace"})
    folders.push_back(slash + folder + slash);
  const std::string one = std::string("TO") + "DO", two = std::string("FIX") + "ME", three = std::string("XX") + "X";
  return {
      {R"((^|[^\w.~$}/-]))" + slash + "(home|root|Users|work|mnt|workspace)" + slash + R"([\w.])", folders,
       "a path of one machine: take it from an argument or the environment"},
      {R"(\.\.)" + slash + "shared" + slash,
       {slash + "shared" + slash},
       "a folder beside the checkout: take it from EMEND_DATA"},
      {std::string("^<<<<<") + "<< |^>>>>>" + ">> ", {"<<<<<<", ">>>>>>"}, "the mark of an unfinished merge"},
      {"\\b(" + one + "|" + two + "|" + three + ")\\b",
       {one, two, three},
       "an unfinished thought: finish it, or file an issue"},
  };
}

// Texts in the manner of the period and other people's formats may hold anything.
bool is_data(const std::string& file) {
  for (const char* folder : {"samples/", "models/", "tests/fuzz/seeds/", "LICENSE"})
    if (file.starts_with(folder)) return true;
  return false;
}

bool is_text(const std::string& bytes) { return bytes.find('\0') == std::string::npos; }

std::vector<std::string> findings(const std::string& text, const std::vector<Banned>& words) {
  std::vector<std::string> found;
  for (const Banned& word : words) {
    const bool has_part = std::any_of(word.parts.begin(), word.parts.end(),
                                      [&](const std::string& part) { return text.find(part) != std::string::npos; });
    if (has_part && std::regex_search(text, std::regex(word.pattern, std::regex::multiline))) found.push_back(word.why);
  }
  return found;
}

TEST(Vocabulary, NoFileHoldsABannedWord) {
  const std::vector<Banned> words = banned();
  for (const std::string& file : checkout_files()) {
    if (is_data(file)) continue;
    const std::string bytes = read_checkout_file(file);
    if (!is_text(bytes) || findings(bytes, words).empty()) continue;
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (const std::string& why : findings(lines[i], words))
        ADD_FAILURE() << file << ":" << i + 1 << ": " << why << "\n  " << lines[i].substr(0, 200);
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
