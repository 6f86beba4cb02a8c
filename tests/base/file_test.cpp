#include "base/file.h"

#include <csignal>
#include <fstream>
#include <string>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

TEST(ReadFile, GivesEveryByte) {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\r\n\xff", 6);
  ASSERT_TRUE(write_file(folder / "data", bytes));
  EXPECT_EQ(read_file(folder / "data").value(), bytes);
  ASSERT_TRUE(write_file(folder / "empty", ""));
  EXPECT_EQ(read_file(folder / "empty").value(), "");
}

TEST(ReadFile, ErrorsNameTheFileAndTheKind) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder / "file", "12345"));
  const struct {
    fs::path path;
    std::uintmax_t limit;
    ErrorKind kind;
  } cases[] = {
      {folder / "missing", 100, ErrorKind::kMissing}, {folder / "file" / "below", 100, ErrorKind::kMissing},
      {folder.path(), 100, ErrorKind::kUnreadable},   {folder / "file", 4, ErrorKind::kTooLarge},
      {"/dev/zero", 1000, ErrorKind::kTooLarge},  // has no size beforehand
  };
  for (const auto& c : cases) {
    const auto bytes = read_file(c.path, c.limit);
    ASSERT_FALSE(bytes) << c.path;
    EXPECT_EQ(bytes.error().kind, c.kind) << c.path;
    EXPECT_EQ(bytes.error().subject, c.path.string());
    EXPECT_FALSE(bytes.error().what.empty());
  }
  EXPECT_EQ(read_file(folder / "file", 5).value(), "12345") << "a file of exactly the limit is read";
}

TEST(WriteFile, ReplacesAndLeavesNothingBeside) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder / "file", "old and longer"));
  ASSERT_TRUE(write_file(folder / "file", "new"));
  EXPECT_EQ(read_file(folder / "file").value(), "new");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"file"});
}

TEST(WriteFile, KeepsTheModeOfWhatItReplaces) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder / "file", "old"));
  ASSERT_EQ(::chmod((folder / "file").c_str(), 0640), 0);
  ASSERT_TRUE(write_file(folder / "file", "new"));
  struct stat status {};
  ASSERT_EQ(::stat((folder / "file").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0640u);
}

TEST(WriteFile, AReaderWithTheOldFileOpenKeepsIt) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder / "file", "old"));
  std::ifstream reader(folder / "file");
  ASSERT_TRUE(write_file(folder / "file", "new"));
  std::string seen;
  reader >> seen;
  EXPECT_EQ(seen, "old");
}

TEST(WriteFile, WhereItMayNotWriteItSaysSoAndLeavesNothing) {
  const TemporaryFolder folder;
  for (const fs::path& path : {folder / "missing" / "file", fs::path("/proc/emend-cannot-be-here")}) {
    const Status status = write_file(path, "bytes");
    ASSERT_FALSE(status) << path;
    EXPECT_EQ(status.error().kind, ErrorKind::kUnwritable);
    EXPECT_EQ(status.error().subject, path.string());
  }
  fs::create_directory(folder / "folder");
  EXPECT_FALSE(write_file(folder / "folder", "bytes")) << "a folder of that name is in the way";
  EXPECT_EQ(folder.names(), std::vector<std::string>{"folder"});
}

// In a child process, because root has to become somebody else for it.
TEST(WriteFile, AnUnwritableFolderIsNamed) {
  const TemporaryFolder folder;
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && ::seteuid(kNobody) != 0) ::_exit(2);
    const Status status = write_file(folder / "file", "bytes");
    ::_exit(!status && status.error().kind == ErrorKind::kUnwritable && !status.error().hint.empty() ? 0 : 1);
  }
  int result = 0;
  ASSERT_EQ(::waitpid(child, &result, 0), child);
  EXPECT_TRUE(WIFEXITED(result) && WEXITSTATUS(result) == 0);
}

// A disk that fills up while the file is written: stood in for by a limit on file sizes, in a child process because
// the limit holds for the whole process.
TEST(WriteFile, AFullDiskLeavesTheOldFileAndNothingBeside) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder / "file", "old"));
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);  // write() then fails with EFBIG
    const rlimit limit{1 << 16, 1 << 16};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const Status status = write_file(folder / "file", std::string(1 << 20, 'x'));
    ::_exit(!status && status.error().kind == ErrorKind::kUnwritable ? 0 : 1);
  }
  int result = 0;
  ASSERT_EQ(::waitpid(child, &result, 0), child);
  EXPECT_TRUE(WIFEXITED(result) && WEXITSTATUS(result) == 0);
  EXPECT_EQ(read_file(folder / "file").value(), "old");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"file"});
}

TEST(AppendLine, AddsToWhatIsThere) {
  const TemporaryFolder folder;
  ASSERT_TRUE(append_line(folder / "log", "one"));
  ASSERT_TRUE(append_line(folder / "log", ""));
  ASSERT_TRUE(append_line(folder / "log", "three"));
  EXPECT_EQ(read_file(folder / "log").value(), "one\n\nthree\n");
}

TEST(AppendLine, ErrorsNameTheFile) {
  const TemporaryFolder folder;
  for (const fs::path& path : {folder / "missing" / "log", folder.path(), fs::path("/dev/full")}) {
    const Status status = append_line(path, "line");
    ASSERT_FALSE(status) << path;
    EXPECT_EQ(status.error().kind, ErrorKind::kUnwritable);
    EXPECT_EQ(status.error().subject, path.string());
  }
  EXPECT_EQ(append_line("/dev/full", "line").error().hint, "free some space, or write to another disk");
}

}  // namespace
}  // namespace emend
