// The same bytes for any number of threads and on any run, with the decoder at work.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/noisy_prose.h"
#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kDocuments = 6;
constexpr const char* kFiles[] = {"clean.txt",     "raw.txt",     "changes.diff",
                                  "changes.jsonl", "report.html", "document.json"};

TEST(Determinism, RestoreGivesTheSameForAnyNumberOfJobs) {
  const TemporaryFolder folder;
  for (int i = 0; i < kDocuments; ++i)
    folder.write("in/t" + std::to_string(i) + ".txt", support::noisy_prose(static_cast<std::uint32_t>(i), 0.01 * i));
  const std::pair<const char*, const char*> runs[] = {{"one", "1"}, {"again", "1"}, {"four", "4"}, {"nine", "9"}};
  for (const auto& [name, jobs] : runs)
    ASSERT_EQ(run_emend({"restore", "in", "-o", name, "-j", jobs}, "", folder.path()).exit_code, 0);
  bool has_decoded = false;
  for (int i = 0; i < kDocuments; ++i)
    for (const char* name : kFiles) {
      const std::string file = "t" + std::to_string(i) + "/" + name;
      const std::string bytes = bytes_of(folder / "one" / file);
      has_decoded = has_decoded || bytes.find("\"rule\":\"misread-word\"") != std::string::npos;
      for (const auto& [other, jobs] : runs)
        EXPECT_TRUE(bytes == bytes_of(folder / other / file)) << other << " " << file;
    }
  EXPECT_TRUE(has_decoded) << "the test says nothing of the decoder";
}

TEST(Determinism, FixGivesTheSameOnEveryRun) {
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    const std::string text = support::noisy_prose(seed, 0.08);
    const TemporaryFolder folder;
    std::string first;
    std::string first_changes;
    for (int run = 0; run < 3; ++run) {
      const Finished finished = run_emend({"fix", "--changes", "c.jsonl"}, text, folder.path());
      ASSERT_EQ(finished.exit_code, 0) << finished.err;
      if (run == 0) {
        first = finished.out;
        first_changes = bytes_of(folder / "c.jsonl");
        EXPECT_NE(first, text);
      }
      EXPECT_EQ(finished.out, first);
      EXPECT_TRUE(bytes_of(folder / "c.jsonl") == first_changes);
    }
  }
}

// A document does not depend on those that are restored beside it.
TEST(Determinism, ADocumentAloneIsTheSameAsAmongOthers) {
  const TemporaryFolder folder;
  for (int i = 0; i < 3; ++i)
    folder.write("in/t" + std::to_string(i) + ".txt", support::noisy_prose(static_cast<std::uint32_t>(i), 0.06));
  ASSERT_EQ(run_emend({"restore", "in", "-o", "all", "-j", "2"}, "", folder.path()).exit_code, 0);
  ASSERT_EQ(run_emend({"restore", "in/t1.txt", "-o", "alone"}, "", folder.path()).exit_code, 0);
  EXPECT_EQ(bytes_of(folder / "all/t1/clean.txt"), bytes_of(folder / "alone/t1/clean.txt"));
  EXPECT_TRUE(bytes_of(folder / "all/t1/changes.jsonl") == bytes_of(folder / "alone/t1/changes.jsonl"));
}

}  // namespace
}  // namespace emend::testing
