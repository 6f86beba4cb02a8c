// Whole documents without an engine: recorded pages and texts in, the files that account for every change out.
// EMEND_UPDATE_GOLDEN=1 writes the expected files anew.
#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "base/file.h"
#include "image/encode.h"
#include "pipeline/process_document.h"
#include "support/temporary_folder.h"

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(EMEND_SOURCE_DIR) / "tests/pipeline/golden";
const fs::path kSamples = fs::path(EMEND_SOURCE_DIR) / "samples";

// The clean text says what was done, the changes say why; other tests hold the other formats.
constexpr const char* kCompared[] = {"clean.txt", "changes.jsonl"};

class Golden : public ::testing::Test {
 protected:
  void process(const fs::path& path, const Settings& settings) {
    auto workshop = Workshop::open(settings);
    ASSERT_TRUE(workshop) << workshop.error().what;
    SilentProgress progress;
    StopFlag stop;
    const auto outcome = process_document({path, "out"}, folder_ / "out", settings, **workshop, {progress, stop});
    ASSERT_TRUE(outcome) << outcome.error().subject << outcome.error().what;
  }

  void expect_golden(const std::string& name) {
    for (const char* file : kCompared) {
      const fs::path expected = kGolden / name / file;
      const std::string actual = testing::bytes_of(folder_ / "out" / file);
      if (std::getenv("EMEND_UPDATE_GOLDEN") != nullptr) {
        fs::create_directories(expected.parent_path());
        ASSERT_TRUE(write_file(expected, actual));
      }
      EXPECT_EQ(actual, testing::bytes_of(expected))
          << expected << " differs; write it anew with EMEND_UPDATE_GOLDEN=1 and look at the change";
    }
  }

  static Settings isolated() {
    Settings settings;
    settings.use_found_word_lists = false;
    return settings;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(Golden, RecordedPageOfTheMinutes) {
  // A white sheet of the recorded page's size: the cleaning steps leave it alone, so boxes stay where they were.
  const image::Picture sheet(1700, 2200, 1, std::vector<std::uint8_t>(1700 * 2200, 255), 200);
  folder_.write("minutes.png", *image::to_png(sheet));
  Settings settings = isolated();
  settings.recorded_pages = (kGolden / "minutes/recorded").string();
  process(folder_ / "minutes.png", settings);
  expect_golden("minutes");
}

TEST_F(Golden, TextOfTheMinutes) {
  process(kSamples / "text/minutes.txt", isolated());
  expect_golden("minutes-text");
}

TEST_F(Golden, TextOfTheReport) {
  process(kSamples / "text/report.txt", isolated());
  expect_golden("report-text");
}

TEST_F(Golden, TextOfTheLetter) {
  process(kSamples / "text/letter.txt", isolated());
  expect_golden("letter-text");
}

TEST_F(Golden, ASecondRunOnTheResultChangesNothing) {
  for (const char* name : {"minutes", "report", "letter"}) {
    process(kSamples / "text" / (std::string(name) + ".txt"), isolated());
    const fs::path clean = folder_.write(std::string(name) + ".txt", testing::bytes_of(folder_ / "out/clean.txt"));
    fs::remove_all(folder_ / "out");
    process(clean, isolated());
    EXPECT_EQ(testing::bytes_of(folder_ / "out/clean.txt"), testing::bytes_of(clean)) << name;
    fs::remove_all(folder_ / "out");
  }
}

}  // namespace
}  // namespace emend::pipeline
