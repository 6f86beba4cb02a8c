#include "check/glob.h"

#include <string>

#include <gtest/gtest.h>

#include "check/ignore_file.h"

namespace emend::check {
namespace {

TEST(Glob, Patterns) {
  const struct {
    const char* pattern;
    const char* path;
    bool expected;
  } cases[] = {
      {"a.txt", "a.txt", true},
      {"a.txt", "b/a.txt", false},
      {"*.txt", "a.txt", true},
      {"*.txt", "b/a.txt", false},
      {"**/*.txt", "a.txt", true},
      {"**/*.txt", "b/c/a.txt", true},
      {"b/**", "b/c/a.txt", true},
      {"b/**", "b", false},
      {"b/**/a", "b/a", true},
      {"b/**/a", "b/x/y/a", true},
      {"b/**/a", "ba", false},
      {"?.txt", "é.txt", true},
      {"?.txt", "éé.txt", false},
      {"[a-c].txt", "b.txt", true},
      {"[!a-c].txt", "b.txt", false},
      {"[]x].txt", "].txt", true},
      {"[a", "[a", true},
      {"a[/]b", "a/b", false},
      {"a\\*b", "a*b", true},
      {"a\\*b", "axb", false},
      {"a*b*c", "aXXbYYc", true},
      {"a*b*c", "aXX/bYYc", false},
      {"", "", true},
      {"*", "", true},
      {"**", "a/b", true},
      {"x**y", "xay", true},
      {"x**y", "xa/y", false},
  };
  for (const auto& c : cases) EXPECT_EQ(Glob(c.pattern).matches(c.path), c.expected) << c.pattern << " on " << c.path;
}

// Backtracking would take longer than the age of the world.
TEST(Glob, ALongPatternOfStarsEnds) {
  std::string pattern;
  for (int i = 0; i < 60; ++i) pattern += "*a";
  EXPECT_FALSE(Glob(pattern + "b").matches(std::string(200, 'a')));
}

TEST(IgnorePatterns, TheLastThatMatchesWins) {
  const auto patterns = IgnorePatterns::parse("# comment\n*.txt\n!keep.txt\nbuild/\n/top.md\ndocs/*.md  \r\n\\#odd\n");
  EXPECT_EQ(patterns.ignores("a.txt", false), true);
  EXPECT_EQ(patterns.ignores("deep/er/a.txt", false), true);
  EXPECT_EQ(patterns.ignores("x/keep.txt", false), false);
  EXPECT_EQ(patterns.ignores("build", true), true);
  EXPECT_EQ(patterns.ignores("build", false), std::nullopt);
  EXPECT_EQ(patterns.ignores("top.md", false), true);
  EXPECT_EQ(patterns.ignores("x/top.md", false), std::nullopt);
  EXPECT_EQ(patterns.ignores("docs/a.md", false), true);
  EXPECT_EQ(patterns.ignores("docs/b/a.md", false), std::nullopt);
  EXPECT_EQ(patterns.ignores("#odd", false), true);
  EXPECT_TRUE(patterns.ignores_path("x/build/y.md", false));
}

}  // namespace
}  // namespace emend::check
