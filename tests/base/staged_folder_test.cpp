#include "base/staged_folder.h"

#include <csignal>
#include <string>
#include <utility>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/temporary_folder.h"

namespace emend {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;
using testing::TemporaryFolder;

TEST(StagedFolder, AppearsOnlyWhenPublished) {
  const TemporaryFolder folder;
  auto staged = StagedFolder::create(folder / "out" / "name").value();
  ASSERT_TRUE(staged.write("clean.txt", "text"));
  ASSERT_TRUE(staged.write("crops/1.png", "png"));
  EXPECT_FALSE(fs::exists(folder / "out" / "name"));
  ASSERT_TRUE(staged.publish());
  EXPECT_EQ(folder.names(), (Names{"out", "out/name", "out/name/clean.txt", "out/name/crops", "out/name/crops/1.png"}));
}

TEST(StagedFolder, APublishedFolderMayBeReadByOthers) {
  const TemporaryFolder folder;
  auto staged = StagedFolder::create(folder / "name").value();
  ASSERT_TRUE(staged.publish());
  struct stat status {};
  ASSERT_EQ(::stat((folder / "name").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0555, 0555u);
}

TEST(StagedFolder, WhatIsNotPublishedLeavesNoTrace) {
  const TemporaryFolder folder;
  {
    auto staged = StagedFolder::create(folder / "name").value();
    ASSERT_TRUE(staged.write("clean.txt", "text"));
    const StagedFolder moved = std::move(staged);
    EXPECT_TRUE(fs::exists(moved.path()));
  }
  EXPECT_EQ(folder.names(), Names{});
}

TEST(StagedFolder, ReplacesItsFilesAndKeepsTheOthers) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "name");
  ASSERT_TRUE(write_file(folder / "name" / "clean.txt", "old"));
  ASSERT_TRUE(write_file(folder / "name" / "decisions.jsonl", "a reviewer's work"));
  {
    auto staged = StagedFolder::create(folder / "name").value();
    ASSERT_TRUE(staged.write("clean.txt", "new"));
    ASSERT_TRUE(staged.publish());
  }
  EXPECT_EQ(read_file(folder / "name" / "clean.txt").value(), "new");
  EXPECT_EQ(folder.names(), (Names{"name", "name/clean.txt", "name/decisions.jsonl"}));
}

TEST(StagedFolder, TwoRunsAtOnceDoNotMeet) {
  const TemporaryFolder folder;
  auto one = StagedFolder::create(folder / "name").value();
  auto two = StagedFolder::create(folder / "name").value();
  EXPECT_NE(one.path(), two.path());
  ASSERT_TRUE(one.write("file", "one"));
  ASSERT_TRUE(two.write("file", "two"));
  ASSERT_TRUE(one.publish());
  ASSERT_TRUE(two.publish());
  EXPECT_EQ(read_file(folder / "name" / "file").value(), "two");
}

TEST(StagedFolder, ARelativePathWithoutAParentWorks) {
  const TemporaryFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  {
    auto staged = StagedFolder::create("name").value();
    EXPECT_TRUE(staged.write("file", "bytes"));
    EXPECT_TRUE(staged.publish());
  }
  fs::current_path(before);
  EXPECT_EQ(folder.names(), (Names{"name", "name/file"}));
}

TEST(StagedFolder, ATrailingSlashIsTheSameFolder) {
  const TemporaryFolder folder;
  {
    auto staged = StagedFolder::create((folder / "name").string() + "/").value();
    ASSERT_TRUE(staged.write("file", "bytes"));
    ASSERT_TRUE(staged.publish());
  }
  EXPECT_EQ(folder.names(), (Names{"name", "name/file"}));
}

TEST(StagedFolder, WhereItMayNotWriteItSaysSo) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder / "file", "in the way"));
  for (const fs::path& path : {folder / "file", folder / "file" / "name", fs::path("/proc/emend/name")}) {
    const auto staged = StagedFolder::create(path);
    ASSERT_FALSE(staged) << path;
    EXPECT_EQ(staged.error().kind, ErrorKind::kUnwritable);
    EXPECT_FALSE(staged.error().hint.empty());
  }
  EXPECT_EQ(folder.names(), Names{"file"});
}

// A limit on file sizes stands in for a full disk; in a child process, because it holds for the whole process.
TEST(StagedFolder, AFullDiskLeavesNothing) {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1 << 12, 1 << 12};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    bool said_so = false;
    {
      auto staged = StagedFolder::create(folder / "name").value();
      said_so = !staged.write("clean.txt", std::string(1 << 16, 'x'));
    }
    ::_exit(said_so ? 0 : 1);
  }
  int result = 0;
  ASSERT_EQ(::waitpid(child, &result, 0), child);
  EXPECT_TRUE(WIFEXITED(result) && WEXITSTATUS(result) == 0);
  EXPECT_EQ(folder.names(), Names{});
}

}  // namespace
}  // namespace emend
