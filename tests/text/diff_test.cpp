#include "text/diff.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace emend::text {
namespace {

std::string rebuilt(const std::string& a, const std::string& b, const std::vector<Hunk>& hunks) {
  std::string out;
  std::size_t done = 0;
  for (const Hunk& hunk : hunks) {
    out += a.substr(done, hunk.a_begin - done) + b.substr(hunk.b_begin, hunk.b_end - hunk.b_begin);
    done = hunk.a_end;
  }
  return out + a.substr(done);
}

std::vector<Hunk> diff_of(const std::string& a, const std::string& b) {
  return diff(a.size(), b.size(), [&](std::size_t i, std::size_t j) { return a[i] == b[j]; });
}

TEST(Diff, FindsTheOneChange) {
  const auto hunks = diff_of("abcdef", "abXdef");
  ASSERT_EQ(hunks.size(), 1u);
  EXPECT_EQ(hunks[0].a_begin, 2u);
  EXPECT_EQ(hunks[0].a_end, 3u);
  EXPECT_EQ(hunks[0].b_end, 3u);
}

TEST(Diff, EqualSequencesHaveNone) { EXPECT_TRUE(diff_of("same", "same").empty()); }

TEST(Diff, RebuildsTheSecondFromTheFirst) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string a, b;
    for (auto n = random() % 30; n > 0; --n) a += static_cast<char>('a' + random() % 4);
    for (auto n = random() % 30; n > 0; --n) b += static_cast<char>('a' + random() % 4);
    EXPECT_EQ(rebuilt(a, b, diff_of(a, b)), b) << a << " / " << b;
  }
}

TEST(SplitLines, KeepsTheEnds) {
  const auto lines = split_lines("one\n\ntwo");
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0], "one\n");
  EXPECT_EQ(lines[1], "\n");
  EXPECT_EQ(lines[2], "two");
  EXPECT_TRUE(split_lines("").empty());
}

}  // namespace
}  // namespace emend::text
