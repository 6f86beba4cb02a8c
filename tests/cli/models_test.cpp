// What the program does with models that are missing, cut off or something else: it says so and stops.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kText = "The carrier came up from tbe landing in the afternoon.\n";
constexpr std::array<const char*, 3> kModels = {"english.lm", "confusions-print.tsv", "decoder.calibration"};

// The models of the checkout in a folder of their own, as links but for one that is written anew.
class ModelFolder {
 public:
  ModelFolder() {
    for (const auto& file : fs::directory_iterator(EMEND_SOURCE_DIR "/models"))
      fs::create_symlink(file.path(), folder_ / file.path().filename().string());
  }
  void remove(const std::string& name) const { fs::remove(folder_ / name); }
  void replace(const std::string& name, const std::string& bytes) const {
    remove(name);
    folder_.write(name, bytes);
  }
  std::string path() const { return folder_.path().string(); }

 private:
  TemporaryFolder folder_;
};

// Exit code 2, nothing done, and a message that names the file.
void expect_refused(const ModelFolder& models, const std::string& name, const std::string& where) {
  const TemporaryFolder folder;
  folder.write("a.txt", kText);
  const std::vector<std::vector<std::string>> calls = {
      {"fix", "--models-dir", models.path(), "a.txt"},
      {"check", "--models-dir", models.path(), "a.txt"},
      {"restore", "--models-dir", models.path(), "a.txt", "-o", "out"}};
  for (const auto& call : calls) {
    const Finished finished = run_emend(call, "", folder.path());
    EXPECT_EQ(finished.exit_code, 2) << call[0] << ", " << where << ": " << finished.err;
    EXPECT_NE(finished.err.find(name), std::string::npos) << call[0] << ", " << where << ": " << finished.err;
    EXPECT_EQ(finished.out, "") << call[0] << ", " << where;
  }
  EXPECT_FALSE(fs::exists(folder / "out")) << where;
}

class EveryModel : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Of, EveryModel, ::testing::ValuesIn(kModels),
                         [](const auto& model) { return std::to_string(model.index); });

TEST_P(EveryModel, MissingIsSaid) {
  const ModelFolder models;
  models.remove(GetParam());
  expect_refused(models, GetParam(), "missing");
}

TEST_P(EveryModel, CutOffIsSaid) {
  const std::string whole = bytes_of(fs::path(EMEND_SOURCE_DIR "/models") / GetParam());
  ASSERT_GT(whole.size(), 100u);
  // The language model ends in padding that nobody reads.
  const std::size_t tail = GetParam() == kModels[0] ? 64 : 1;
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, whole.size() / 2, whole.size() - tail}) {
    const ModelFolder models;
    models.replace(GetParam(), whole.substr(0, size));
    expect_refused(models, GetParam(), "cut off after " + std::to_string(size) + " bytes");
  }
}

TEST_P(EveryModel, ForeignIsSaid) {
  for (const char* other : kModels) {
    if (std::string(other) == GetParam()) continue;
    const ModelFolder models;
    models.replace(GetParam(), bytes_of(fs::path(EMEND_SOURCE_DIR "/models") / other));
    expect_refused(models, GetParam(), other);
  }
  const ModelFolder models;
  models.replace(GetParam(), "a letter to the editor\n\nSir,\n");
  expect_refused(models, GetParam(), "a text");
}

TEST_P(EveryModel, AFolderInItsPlaceIsSaid) {
  const ModelFolder models;
  models.remove(GetParam());
  fs::create_directory(fs::path(models.path()) / GetParam());
  expect_refused(models, GetParam(), "a folder");
}

TEST(Models, AByteThatChangedInTheLargeOneIsNoticed) {
  std::string bytes = bytes_of(EMEND_SOURCE_DIR "/models/english.lm");
  bytes[bytes.size() / 2] ^= 1;
  const ModelFolder models;
  models.replace("english.lm", bytes);
  expect_refused(models, "english.lm", "a changed byte");
}

TEST(Models, AFolderThatIsNoneIsSaid) {
  const Finished finished = run_emend({"fix", "--models-dir", "/nowhere/models"}, kText);
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.err.find("/nowhere/models"), std::string::npos) << finished.err;
}

TEST(Models, WhatNeedsNoneRunsWithoutThem) {
  const TemporaryFolder nothing;
  const Finished finished = run_emend(
      {"fix", "--models-dir", nothing.path().string(), "--select", "spaced-hyphen-in-compound"}, "The 8 — hour day.\n");
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(finished.out, "The 8-hour day.\n");
}

// A model that has changed makes other results: what was done with the old one is done again.
TEST(Models, AChangedOneIsFollowedOnTheNextRun) {
  const TemporaryFolder folder;
  folder.write("a.txt", kText);
  const ModelFolder models;
  const std::vector<std::string> call = {"restore", "--models-dir", models.path(), "a.txt", "-o", "out"};
  EXPECT_EQ(run_emend(call, "", folder.path()).exit_code, 0);
  EXPECT_NE(run_emend(call, "", folder.path()).err.find("1 unchanged"), std::string::npos);
  const std::string calibration = bytes_of(EMEND_SOURCE_DIR "/models/decoder.calibration");
  std::string other = calibration;
  const std::size_t digit = other.find_first_of("0123456789", other.find("always\t"));
  other[digit] = other[digit] == '1' ? '2' : '1';
  models.replace("decoder.calibration", other);
  EXPECT_NE(run_emend(call, "", folder.path()).err.find("1 restored"), std::string::npos);
  models.replace("decoder.calibration", calibration);
  EXPECT_NE(run_emend(call, "", folder.path()).err.find("1 restored"), std::string::npos);
}

}  // namespace
}  // namespace emend::testing
