// Differences that GNU patch takes, checked with GNU patch itself.
#include "report/unified_diff.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/file.h"

namespace emend::report {
namespace {

namespace fs = std::filesystem;

struct Change {
  text::Span span;
  std::string after;
};

edit::DecidedEdits accepted(const std::string& raw, const std::vector<Change>& changes) {
  edit::DecidedEdits edits;
  for (const Change& change : changes) {
    edit::DecidedEdit decided;
    decided.edit.span = change.span;
    decided.edit.before = change.span.of(raw);
    decided.edit.after = change.after;
    decided.decision.verdict = edit::Verdict::kAccepted;
    edits.push_back(decided);
  }
  return edits;
}

std::string diff_of(const std::string& raw, const std::vector<Change>& changes) {
  return unified_diff(raw, edit::apply(raw, accepted(raw, changes)), {"raw.txt", "clean.txt"});
}

// Patches many files with one process start each; a folder per test.
class Patch : public testing::Test {
 protected:
  Patch()
      : folder_(fs::path(testing::TempDir()) / ("patch" + std::to_string(::getpid()) +
                                                testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::create_directories(folder_);
  }
  ~Patch() override { fs::remove_all(folder_); }

  void add(const std::string& raw, const std::vector<Change>& changes) {
    const std::string clean = edit::apply(raw, accepted(raw, changes)).text;
    const std::string name = (folder_ / std::to_string(expected_.size())).string();
    ASSERT_TRUE(write_file(name + ".raw", raw).has_value());
    ASSERT_TRUE(write_file(name + ".diff", diff_of(raw, changes)).has_value());
    EXPECT_EQ(diff_of(raw, changes).empty(), raw == clean);
    expected_.push_back(clean);
  }

  void expect_that_patch_gives_the_clean_texts() {
    // Fuzz 0: the context has to fit exactly.
    const std::string command =
        "cd '" + folder_.string() +
        "' && for f in *.diff; do b=\"${f%.diff}\"; "
        "patch --binary --force --fuzz=0 --quiet -o \"$b.out\" \"$b.raw\" \"$f\" >\"$b.log\" 2>&1"
        " || exit 1; done";
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (std::size_t i = 0; i < expected_.size(); ++i) {
      const std::string name = (folder_ / std::to_string(i)).string();
      // patch writes no file where it has nothing to do.
      const auto diff = read_file(name + ".diff");
      const auto out = read_file(name + (diff.value().empty() ? ".raw" : ".out"));
      ASSERT_TRUE(out.has_value()) << i;
      EXPECT_EQ(*out, expected_[i]) << *diff;
    }
  }

  const fs::path folder_;
  std::vector<std::string> expected_;
};

TEST(UnifiedDiff, NothingChangedIsEmpty) {
  EXPECT_EQ(diff_of("a\nb\n", {}), "");
  EXPECT_EQ(diff_of("", {}), "");
  EXPECT_EQ(diff_of("a\n", {{{0, 1}, "a"}}), "");
}

TEST(UnifiedDiff, ThreeLinesOfContextAndJoinedHunks) {
  EXPECT_EQ(diff_of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{{8, 9}, "five"}}),
            "--- raw.txt\n+++ clean.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  EXPECT_EQ(diff_of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{{0, 1}, "one"}, {{14, 15}, "eight"}}),
            "--- raw.txt\n+++ clean.txt\n@@ -1,9 +1,9 @@\n-1\n+one\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+eight\n 9\n");
  EXPECT_EQ(
      diff_of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{{0, 1}, "one"}, {{16, 17}, "nine"}}),
      "--- raw.txt\n+++ clean.txt\n@@ -1,4 +1,4 @@\n-1\n+one\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+nine\n");
}

TEST(UnifiedDiff, TouchingLinesAreRemovedFirst) {
  EXPECT_EQ(diff_of("a\nb\n", {{{0, 1}, "A"}, {{2, 3}, "B"}}),
            "--- raw.txt\n+++ clean.txt\n@@ -1,2 +1,2 @@\n-a\n-b\n+A\n+B\n");
}

TEST(UnifiedDiff, AMissingLineFeedIsTold) {
  EXPECT_EQ(diff_of("a", {{{1, 1}, "\n"}}),
            "--- raw.txt\n+++ clean.txt\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_F(Patch, AwkwardPairs) {
  add("", {{{0, 0}, "new\n"}});
  add("", {{{0, 0}, "new"}});
  add("old\n", {{{0, 4}, ""}});
  add("old", {{{0, 3}, ""}});
  add("old", {{{0, 3}, "new\n"}});
  add("old\n", {{{3, 4}, ""}});
  add("a\r\nb\r\nc\r\n", {{{3, 4}, "B"}});
  add("a\r\nb\r\nc", {{{1, 2}, ""}, {{4, 5}, ""}});
  add("a\nb\n", {{{1, 1}, "\r"}});
  add("\fpage\n\f\nnext\f\n", {{{1, 5}, "Page"}, {{7, 8}, ""}});
  add("\n\n\n\n", {{{1, 2}, ""}});
  add("\n\n\n\n", {{{2, 2}, "\n"}});
  add("x\nx\nx\nx\nx\nx\nx\nx\nx\nx\n", {{{8, 10}, ""}});
  add("com-\nrades\n", {{{3, 5}, ""}});
  add("a\nb", {{{1, 2}, " "}});
  add("one line\n", {{{3, 4}, "\n"}});
  add("-a\n+b\n@@ c\n--- d\n+++ e\n\\ f\n", {{{0, 1}, "+"}, {{7, 8}, ""}, {{15, 16}, "x"}});
  add("--- raw.txt\n+++ clean.txt\n@@ -1 +1 @@\n-a\n+b\n", {{{0, 3}, "+++"}});
  add("a\nb\n", {{{2, 2}, "c\n"}});
  add("a\nb\n", {{{4, 4}, "c"}});
  add("caf\xc3\xa9\n\xe2\x80\xa9\xc2\x85x\n", {{{3, 5}, "e"}});
  add("Index: a\ndiff --git a b\nPrereq: 1\n*** x\n", {{{0, 5}, "index"}});
  expect_that_patch_gives_the_clean_texts();
}

TEST_F(Patch, RandomTexts) {
  std::mt19937 random(20240501);
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  const std::vector<std::string> pieces = {"\n", "\n", "\n", "a",  "b", "\r\n", "\f",
                                           " ",  "- ", "\\", "\t", "é", "\n\n"};
  const auto text = [&](std::size_t most) {
    std::string out;
    for (std::size_t n = below(most + 1); n > 0; --n) out += pieces[below(pieces.size())];
    return out;
  };
  for (int round = 0; round < 150; ++round) {
    const std::string raw = text(60);
    std::vector<Change> changes;
    for (std::size_t at = below(20); at <= raw.size(); at += below(30)) {
      const std::size_t end = std::min(raw.size(), at + below(6));
      changes.push_back({{at, end}, text(3)});
      at = end + 1;
    }
    add(raw, changes);
  }
  expect_that_patch_gives_the_clean_texts();
}

}  // namespace
}  // namespace emend::report
