// Files that vanish or change between the look at the corpus and the reading of them.
#include "check/run/check_run.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;
using emend::testing::TemporaryFolder;

struct Told {
  RunTotals totals;
  std::map<std::string, FileReport> reports;
};

// A run over a.txt and b.txt; `meddle` is called once they have been found, before any is read.
Told run(const TemporaryFolder& folder, const std::function<void()>& meddle) {
  const Profile profile{Config(), pipeline::Settings()};
  CheckRequest request;
  request.files = {{folder / "a.txt", FileKind::kText}, {folder / "b.txt", FileKind::kText}};
  request.profile_of = [&](const fs::path& path) -> Result<const Profile*> {
    if (path.filename() == "a.txt") meddle();
    return &profile;
  };
  Told told;
  told.totals = run_check(request, [&](const FileReport& report) {
    told.reports.emplace(fs::path(report.name).filename().string(), report);
  });
  return told;
}

TEST(Run, AFileThatVanishesIsNamedAndTheOthersAreChecked) {
  const TemporaryFolder folder;
  folder.write("a.txt", "The 8 — hour day.\n");
  folder.write("b.txt", "The 8 — hour day.\n");
  const Told told = run(folder, [&] { fs::remove(folder / "a.txt"); });
  EXPECT_EQ(told.totals.failed, 1u);
  EXPECT_EQ(told.totals.files, 1u);
  EXPECT_EQ(told.totals.findings, 1u);
  const FileReport& report = told.reports.at("a.txt");
  EXPECT_TRUE(report.has_failed);
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].error.what, "there is no such file");
}

TEST(Run, AFileThatBecomesAFolderIsNamed) {
  const TemporaryFolder folder;
  folder.write("a.txt", "The 8 — hour day.\n");
  folder.write("b.txt", "All is well.\n");
  const Told told = run(folder, [&] {
    fs::remove(folder / "a.txt");
    fs::create_directory(folder / "a.txt");
  });
  EXPECT_EQ(told.totals.failed, 1u);
  EXPECT_EQ(told.totals.files, 1u);
}

// It is cut after its parts were laid out: the part is named, not read in halves.
TEST(Run, AFileThatShrinksIsNamed) {
  const TemporaryFolder folder;
  folder.write("a.txt", "The 8 — hour day.\n");
  folder.write("b.txt", "All is well, and it will be.\n");
  const Profile profile{Config(), pipeline::Settings()};
  CheckRequest request;
  request.files = {{folder / "a.txt", FileKind::kText}, {folder / "b.txt", FileKind::kText}};
  request.profile_of = [&](const fs::path& path) -> Result<const Profile*> {
    // The parts of a.txt are known when b.txt is asked about.
    if (path.filename() == "b.txt") fs::resize_file(folder / "a.txt", 3);
    return &profile;
  };
  std::vector<FileReport> reports;
  const RunTotals totals = run_check(request, [&](const FileReport& report) { reports.push_back(report); });
  EXPECT_EQ(totals.failed, 1u);
  ASSERT_FALSE(reports.empty());
  ASSERT_EQ(reports[0].problems.size(), 1u);
  EXPECT_EQ(reports[0].problems[0].error.what, "changed while it was read");
}

}  // namespace
}  // namespace emend::check
