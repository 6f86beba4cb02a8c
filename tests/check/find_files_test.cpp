#include "check/find_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;
using emend::testing::TemporaryFolder;

std::vector<std::string> names(const FoundFiles& found, const TemporaryFolder& folder) {
  std::vector<std::string> names;
  for (const FoundFile& file : found.files) names.push_back(file.path.lexically_relative(folder.path()).string());
  return names;
}

FoundFiles find(const TemporaryFolder& folder, FindOptions options = {}) {
  if (options.paths.empty()) options.paths = {folder.path().string()};
  return find_files(options);
}

using Names = std::vector<std::string>;

TEST(FindFiles, FoldersAreWalkedAndWhatIsNoTextIsCounted) {
  const TemporaryFolder folder;
  folder.write("b/two.txt", "Two.\n");
  folder.write("a.md", "One.\n");
  folder.write("LETTER", "No ending.\n");
  folder.write("code.py", "print()\n");
  folder.write("page.png", "\x89PNG\r\n\x1a\n");
  folder.write("liar.txt", std::string("\0\1\2\3", 4));
  folder.write(".hidden.txt", "Hidden.\n");
  folder.write(".git/x.txt", "Hidden.\n");
  const FoundFiles found = find(folder);
  EXPECT_EQ(names(found, folder), (Names{"LETTER", "a.md", "b/two.txt"}));
  EXPECT_EQ(found.passed_over.binary, 1u);
  EXPECT_EQ(found.passed_over.scans, 1u);
  EXPECT_EQ(found.passed_over.other, 1u);
  EXPECT_TRUE(found.problems.empty());
}

TEST(FindFiles, LayoutsAreToldByTheirContent) {
  const TemporaryFolder folder;
  folder.write("a.html", "<html><body><div class='ocr_page'></div></body></html>");
  folder.write("b.xml", "<?xml version='1.0'?>\n<alto xmlns='x'></alto>");
  folder.write("c.xml", "<PcGts xmlns='x'/>");
  folder.write("d.html", "<html>A page of the web</html>");
  folder.write("e.xml", "<config/>");
  const FoundFiles found = find(folder);
  ASSERT_EQ(names(found, folder), (Names{"a.html", "b.xml", "c.xml"}));
  EXPECT_EQ(found.files[0].kind, FileKind::kHocr);
  EXPECT_EQ(found.files[1].kind, FileKind::kAlto);
  EXPECT_EQ(found.files[2].kind, FileKind::kPage);
  EXPECT_EQ(found.passed_over.other, 2u);
}

TEST(FindFiles, IgnoreFilesOfEveryFolder) {
  const TemporaryFolder folder;
  folder.write(".gitignore", "*.ocr.txt\nout/\n");
  folder.write(".emendignore", "quoted.txt\n");
  folder.write("a.txt", "A.\n");
  folder.write("a.ocr.txt", "A.\n");
  folder.write("quoted.txt", "A.\n");
  folder.write("out/b.txt", "B.\n");
  folder.write("in/.gitignore", "!x.ocr.txt\n");
  folder.write("in/x.ocr.txt", "X.\n");
  const FoundFiles found = find(folder);
  EXPECT_EQ(names(found, folder), (Names{"a.txt", "in/x.ocr.txt"}));
  EXPECT_EQ(found.passed_over.ignored, 3u);
  FindOptions all;
  all.respects_ignore_files = false;
  EXPECT_EQ(find(folder, all).files.size(), 5u);
}

TEST(FindFiles, IgnoreFilesAboveCountInsideACheckout) {
  const TemporaryFolder folder;
  folder.write(".git/info/exclude", "excluded.txt\n");
  folder.write(".gitignore", "secret.txt\n");
  folder.write("in/secret.txt", "A.\n");
  folder.write("in/excluded.txt", "A.\n");
  folder.write("in/a.txt", "A.\n");
  FindOptions options;
  options.paths = {(folder / "in").string()};
  EXPECT_EQ(names(find(folder, options), folder), (Names{"in/a.txt"}));
}

TEST(FindFiles, ANamedFileIsCheckedUnlessExclusionIsForced) {
  const TemporaryFolder folder;
  const auto file = folder.write("drafts/a.txt", "A.\n");
  FindOptions options;
  options.paths = {file.string()};
  options.excluded = {{folder.path(), {"drafts/"}}};
  EXPECT_EQ(find(folder, options).files.size(), 1u);
  options.force_excludes = true;
  EXPECT_EQ(find(folder, options).files.size(), 0u);
  EXPECT_EQ(find(folder, options).passed_over.ignored, 1u);
  options.paths = {folder.path().string()};
  options.force_excludes = false;
  EXPECT_EQ(find(folder, options).files.size(), 0u);
}

TEST(FindFiles, TheNearerIgnoreFileHasTheLastWordOfANamedFile) {
  const TemporaryFolder folder;
  fs::create_directories(folder / ".git");
  folder.write(".gitignore", "*.ocr.txt\n");
  folder.write("in/.gitignore", "!x.ocr.txt\n");
  const auto kept = folder.write("in/x.ocr.txt", "A.\n"), ignored = folder.write("in/y.ocr.txt", "A.\n");
  FindOptions options;
  options.force_excludes = true;
  options.paths = {kept.string(), ignored.string()};
  EXPECT_EQ(names(find(folder, options), folder), (Names{"in/x.ocr.txt"}));
}

TEST(FindFiles, PatternsThatNoShellHasExpanded) {
  const TemporaryFolder folder;
  folder.write("one/a.txt", "A.\n");
  folder.write("two/b.txt", "A.\n");
  folder.write("two/b.md", "A.\n");
  FindOptions options;
  options.paths = {(folder / "**/*.txt").string()};
  EXPECT_EQ(names(find(folder, options), folder), (Names{"one/a.txt", "two/b.txt"}));
  options.paths = {(folder / "*/c*.txt").string()};
  const FoundFiles none = find(folder, options);
  ASSERT_EQ(none.problems.size(), 1u);
  EXPECT_EQ(none.problems[0].second.severity, Severity::kFailure);
}

TEST(FindFiles, OddNamesAndLinks) {
  const TemporaryFolder folder;
  folder.write("line\nbreak.txt", "A.\n");
  folder.write("bad \xff byte.txt", "A.\n");
  folder.write("real/a.txt", "A.\n");
  fs::create_directory_symlink(folder.path(), folder / "real" / "loop");
  fs::create_symlink("self.txt", folder / "self.txt");
  fs::create_symlink("nowhere.txt", folder / "dangling.txt");
  fs::create_symlink("real/a.txt", folder / "also a.txt");
  ASSERT_EQ(::mkfifo((folder / "pipe.txt").c_str(), 0600), 0);
  const FoundFiles found = find(folder);
  EXPECT_EQ(found.files.size(), 3u) << "the link and the file are one";
  ASSERT_EQ(found.problems.size(), 2u);
  EXPECT_EQ(found.passed_over.other, 1u);
}

TEST(FindFiles, WhatIsNotThereIsNamed) {
  FindOptions options;
  options.paths = {"/nowhere/at all.txt"};
  const FoundFiles found = find_files(options);
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_EQ(found.problems[0].second.error.kind, ErrorKind::kMissing);
}

TEST(FindFiles, AFileThatIsNamedTwiceIsCheckedOnce) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "A.\n");
  FindOptions options;
  options.paths = {file.string(), folder.path().string(), (folder / "." / "a.txt").string()};
  EXPECT_EQ(find(folder, options).files.size(), 1u);
}

TEST(NamesOfList, LinesOrNulBytes) {
  EXPECT_EQ(names_of_list("a\nb c\r\n\n"), (Names{"a", "b c"}));
  EXPECT_EQ(names_of_list(std::string_view("a\nb\0c\0", 6)), (Names{"a\nb", "c"}));
  EXPECT_TRUE(names_of_list("").empty());
}

}  // namespace
}  // namespace emend::check
