// Synthetic pages as files.
#include "train/synth/write_synth.h"

#include <unistd.h>

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "base/file.h"

namespace emend::train {
namespace {

namespace fs = std::filesystem;

class WriteSynth : public testing::Test {
 protected:
  WriteSynth() {
    folder_ = fs::path(testing::TempDir()) / ("synth_" + std::to_string(::getpid()) + "_" +
                                              testing::UnitTest::GetInstance()->current_test_info()->name());
    options_.resolution_dpi = 72;
    options_.typeface = "courier-prime";
    options_.lines_per_page = 1;
    output_.folder = folder_;
    output_.name = "letter";
  }
  ~WriteSynth() override { fs::remove_all(folder_); }

  Result<SynthFiles> write(std::string_view text) { return write_synth(text, options_, output_, progress_, stop_); }
  std::string content(const std::string& name) const { return read_file(folder_ / name).value_or("missing: " + name); }

  fs::path folder_;
  SynthOptions options_;
  SynthOutput output_;
  SilentProgress progress_;
  StopFlag stop_;
};

TEST_F(WriteSynth, WritesPictureTruthAndLinesOfEachPage) {
  const auto files = write("Dear Madam,\n  I have to thank you.\n");
  ASSERT_TRUE(files.has_value()) << files.error().what;
  ASSERT_EQ(files->pictures.size(), 2U);
  EXPECT_EQ(files->pictures[1], folder_ / "letter-0002.jpg");
  EXPECT_EQ(content("letter-0001.jpg").substr(0, 2), "\xFF\xD8");
  EXPECT_EQ(content("letter-0001.gt.txt"), "Dear Madam,\n");
  EXPECT_EQ(content("letter-0002.gt.txt"), "  I have to thank you.\n");
  EXPECT_TRUE(content("letter-0002.lines.tsv").ends_with("\tI have to thank you.\n"));
  EXPECT_TRUE(files->problems.empty());
}

TEST_F(WriteSynth, GivesTheSameBytesForAnyNumberOfThreads) {
  const std::string text = "one\ntwo\nthree\nfour\n";
  ASSERT_TRUE(write(text).has_value());
  const std::string alone = content("letter-0003.jpg");
  output_.jobs = 4;
  ASSERT_TRUE(write(text).has_value());
  EXPECT_EQ(content("letter-0003.jpg"), alone);
}

TEST_F(WriteSynth, WritesPngWhenAsked) {
  output_.format = SynthFormat::kPng;
  ASSERT_TRUE(write("one").has_value());
  EXPECT_EQ(content("letter-0001.png").substr(1, 3), "PNG");
}

TEST_F(WriteSynth, RefusesAQualityThatIsNone) {
  for (const int quality : {-1, 101}) {
    output_.jpeg_quality = quality;
    const auto files = write("one");
    ASSERT_FALSE(files.has_value());
    EXPECT_EQ(files.error().kind, ErrorKind::kUsage);
  }
}

TEST_F(WriteSynth, NotesWhatWasReplaced) {
  const auto files = write("水");
  ASSERT_TRUE(files.has_value());
  ASSERT_EQ(files->problems.size(), 1U);
  EXPECT_EQ(files->problems[0].severity, Severity::kNote);
}

TEST_F(WriteSynth, RefusesANameThatIsAPath) {
  for (const char* name : {"", "..", "a/b", "/etc/passwd"}) {
    output_.name = name;
    const auto files = write("one");
    ASSERT_FALSE(files.has_value()) << name;
    EXPECT_EQ(files.error().kind, ErrorKind::kUsage) << name;
  }
}

TEST_F(WriteSynth, SaysWhenTheFolderCannotBeMade) {
  ASSERT_TRUE(fs::create_directories(folder_));
  ASSERT_TRUE(write_file(folder_ / "file", "x").has_value());
  output_.folder = folder_ / "file" / "below";
  const auto files = write("one");
  ASSERT_FALSE(files.has_value());
  EXPECT_EQ(files.error().kind, ErrorKind::kUnwritable);
}

TEST_F(WriteSynth, StopsWhenAsked) {
  stop_.raise();
  const auto files = write("one");
  ASSERT_FALSE(files.has_value());
  EXPECT_EQ(files.error().kind, ErrorKind::kInterrupted);
  EXPECT_FALSE(fs::exists(folder_ / "letter-0001.jpg"));
}

}  // namespace
}  // namespace emend::train
