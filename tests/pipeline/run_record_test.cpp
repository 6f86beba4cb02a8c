#include "pipeline/run_record.h"

#include <gtest/gtest.h>

#include "pipeline/model_folder.h"
#include "support/temporary_folder.h"

namespace emend::pipeline {
namespace {

const std::vector<std::string> kFiles = {"clean.txt"};

class RunRecords : public ::testing::Test {
 protected:
  RunRecord record() const { return *record_of({folder_ / "a.txt", "a"}, folder_ / "out", settings_, models_); }
  LastRun last() const { return *compare_with_last_run(record(), folder_ / "out", kFiles); }

  void SetUp() override {
    folder_.write("a.txt", "text");
    folder_.write("out/clean.txt", "text");
    settings_.use_found_word_lists = false;
    ASSERT_TRUE(write_run_record(folder_ / "out", record()));
  }

  testing::TemporaryFolder folder_;
  Settings settings_;
  std::string models_ = "of today";
};

TEST_F(RunRecords, TheSameIsKnownAgain) { EXPECT_EQ(last(), LastRun::kSame); }

TEST_F(RunRecords, OtherDecisionsAreTold) {
  folder_.write("out/decisions.jsonl", "{}\n");
  EXPECT_EQ(last(), LastRun::kOtherDecisions);
}

TEST_F(RunRecords, ChangesAreSeen) {
  folder_.write("a.txt", "other text");
  EXPECT_EQ(last(), LastRun::kNone);
  folder_.write("a.txt", "text");
  settings_.languages = "deu";
  EXPECT_EQ(last(), LastRun::kNone);
  settings_.languages = "eng";
  models_ = "of tomorrow";
  EXPECT_EQ(last(), LastRun::kNone);
  models_ = "of today";
  EXPECT_EQ(last(), LastRun::kSame);
  std::filesystem::remove(folder_ / "out/clean.txt");
  EXPECT_EQ(last(), LastRun::kNone);
}

TEST_F(RunRecords, AnotherInputsFolderIsRefused) {
  folder_.write("b.txt", "another text");
  const auto other = record_of({folder_ / "b.txt", "a"}, folder_ / "out", settings_, models_);
  const auto compared = compare_with_last_run(*other, folder_ / "out", kFiles);
  ASSERT_FALSE(compared);
  EXPECT_EQ(compared.error().kind, ErrorKind::kUnwritable);
}

TEST_F(RunRecords, ProblemsComeBack) {
  RunRecord with_problem = record();
  with_problem.problems.push_back({Severity::kFailure, {ErrorKind::kUnreadable, "", "is damaged", "scan it again"}, 3});
  ASSERT_TRUE(write_run_record(folder_ / "out", with_problem));
  const auto read = read_run_record(folder_ / "out");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->problems.size(), 1u);
  EXPECT_EQ(read->problems[0].severity, Severity::kFailure);
  EXPECT_EQ(read->problems[0].page, 3);
  EXPECT_EQ(read->problems[0].error.what, "is damaged");
}

TEST(Models, AreKnownByNameAndContent) {
  const testing::TemporaryFolder folder;
  folder.write("models/a.lm", "model");
  folder.write("models/rules/b.rule", "rule");
  const std::string today = *fingerprint_of_models(folder / "models");
  folder.write("models/README.md", "for people");
  EXPECT_EQ(*fingerprint_of_models(folder / "models"), today);
  std::filesystem::copy(folder / "models", folder / "elsewhere", std::filesystem::copy_options::recursive);
  EXPECT_EQ(*fingerprint_of_models(folder / "elsewhere"), today);
  // Neither size nor date tells; only the content does.
  const auto date = std::filesystem::last_write_time(folder / "models/a.lm");
  folder.write("models/a.lm", "medol");
  std::filesystem::last_write_time(folder / "models/a.lm", date);
  EXPECT_NE(*fingerprint_of_models(folder / "models"), today);
  folder.write("models/a.lm", "model");
  EXPECT_EQ(*fingerprint_of_models(folder / "models"), today);
  std::filesystem::rename(folder / "models/a.lm", folder / "models/c.lm");
  EXPECT_NE(*fingerprint_of_models(folder / "models"), today);
  EXPECT_FALSE(fingerprint_of_models(folder / "nowhere"));
}

TEST_F(RunRecords, ABrokenRecordIsNone) {
  for (const char* bytes : {"", "{", "[]", "{\"format\":2}", "{\"format\":\"1\"}", "null"}) {
    folder_.write("out/run.json", bytes);
    EXPECT_FALSE(read_run_record(folder_ / "out")) << bytes;
  }
}

}  // namespace
}  // namespace emend::pipeline
