#include "pipeline/input.h"

#include <sys/stat.h>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names(const FoundInputs& found) {
  std::vector<std::string> names;
  for (const Input& input : found.inputs) names.push_back(input.name.string());
  return names;
}

TEST(FindInputs, FoldersAreWalkedInOrderWithoutHiddenAndOtherFiles) {
  const testing::TemporaryFolder folder;
  for (const char* name : {"b.png", "a/c.TIF", "a/d.txt", ".hidden.txt", ".git/x.txt", "e.docx", "f.lines.tsv"})
    folder.write(name, "x");
  EXPECT_EQ(names(find_inputs({folder.path().string()}, {})), (std::vector<std::string>{"a/c", "a/d", "b"}));
}

TEST(FindInputs, TheOutputFolderIsNotAnInput) {
  const testing::TemporaryFolder folder;
  folder.write("a.txt", "x");
  folder.write("out/a/clean.txt", "x");
  EXPECT_EQ(names(find_inputs({folder.path().string()}, folder / "out")), (std::vector<std::string>{"a"}));
}

TEST(FindInputs, EqualNamesKeepTheirEndingsOrGetNumbers) {
  const testing::TemporaryFolder folder;
  for (const char* name : {"one/a.png", "one/a.txt", "two/a.txt"}) folder.write(name, "x");
  const auto found = find_inputs({(folder / "one").string(), (folder / "two/a.txt").string()}, {});
  EXPECT_EQ(names(found), (std::vector<std::string>{"a.png", "a.txt", "a.txt-2"}));
}

TEST(FindInputs, NamesOfDotsStayInsideTheOutputFolder) {
  const testing::TemporaryFolder folder;
  // Without its ending "...txt" is "..": its results were written into the folder above.
  std::vector<std::string> paths;
  for (const char* name : {"...txt", "..txt", ".txt", "a..txt", "x/....png"})
    paths.push_back(folder.write(name, "x").string());
  EXPECT_EQ(names(find_inputs(paths, {})), (std::vector<std::string>{"...txt", "..txt", ".txt", "a.", "..."}));
}

// /dev/zero was read for ever, and a pipe in a folder was waited for.
TEST(FindInputs, WhatIsNoFileIsNamedAndNeverRead) {
  const testing::TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  ASSERT_EQ(::mkfifo((folder / "in/pipe.txt").c_str(), 0600), 0);
  fs::create_symlink("nowhere", folder / "in/dangling.txt");
  const auto found = find_inputs({(folder / "in").string(), "/dev/zero"}, {});
  EXPECT_EQ(names(found), (std::vector<std::string>{"a"}));
  ASSERT_EQ(found.problems.size(), 3u);
  EXPECT_EQ(found.problems[0].first, (folder / "in/dangling.txt").string());
  EXPECT_EQ(found.problems[0].second.error.kind, ErrorKind::kMissing);
  EXPECT_EQ(found.problems[1].first, (folder / "in/pipe.txt").string());
  EXPECT_EQ(found.problems[1].second.error.what, "is not a regular file");
  EXPECT_EQ(found.problems[2].first, "/dev/zero");
  for (const auto& [name, problem] : found.problems) EXPECT_EQ(problem.severity, Severity::kFailure) << name;
}

TEST(FindInputs, AFileThatIsNamedTwiceIsTakenOnce) {
  const testing::TemporaryFolder folder;
  const fs::path file = folder.write("a.txt", "x");
  EXPECT_EQ(names(find_inputs({file.string(), folder.path().string()}, {})), (std::vector<std::string>{"a"}));
}

TEST(FindInputs, ALinkToAFileIsNamedByItsPlaceAndNotByItsTarget) {
  const testing::TemporaryFolder folder;
  folder.write("elsewhere/scan.png", "x");
  fs::create_directory(folder / "in");
  fs::create_symlink(folder / "elsewhere/scan.png", folder / "in/page.png");
  // Otherwise its results would be written beside the target, outside of the output folder.
  EXPECT_EQ(names(find_inputs({(folder / "in").string()}, {})), (std::vector<std::string>{"page"}));
}

TEST(FindInputs, ALoopOfLinksEnds) {
  const testing::TemporaryFolder folder;
  folder.write("a/b.txt", "x");
  fs::create_directory_symlink(folder.path(), folder / "a/loop");
  EXPECT_EQ(names(find_inputs({folder.path().string()}, {})), (std::vector<std::string>{"a/b"}));
}

TEST(FindInputs, WhatIsMissingOrEmptyIsSaid) {
  const testing::TemporaryFolder folder;
  const auto found = find_inputs({folder.path().string(), (folder / "missing.png").string()}, {});
  ASSERT_EQ(found.problems.size(), 2u);
  EXPECT_EQ(found.problems[0].second.severity, Severity::kWarning);
  EXPECT_EQ(found.problems[1].second.severity, Severity::kFailure);
}

}  // namespace
}  // namespace emend::pipeline
