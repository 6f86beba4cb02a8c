#include "review/crop_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file.h"
#include "report/sample.h"

namespace emend::review {
namespace {

namespace fs = std::filesystem;

class CropFolderTest : public testing::Test {
 protected:
  CropFolderTest()
      : folder_(fs::path(testing::TempDir()) /
                ("crops" + std::to_string(::getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name())),
        sample_(report::sample()),
        records_(store::change_records(sample_.document, sample_.edits)) {}
  ~CropFolderTest() override { fs::remove_all(folder_); }

  const fs::path folder_;
  const report::Sample sample_;
  const std::vector<store::ChangeRecord> records_;
};

TEST_F(CropFolderTest, WritesAPictureNamedByTheKeyAndLoadsAPageOnce) {
  int loads = 0;
  CropFolder crops(
      sample_.document,
      [&](std::size_t page) -> Result<image::Picture> {
        ++loads;
        return report::sample_scan(sample_.document.pages[page]);
      },
      folder_ / "crops");
  for (std::size_t i = 0; i < 3; ++i) {
    const auto file = crops.crop_of(records_[i]);
    ASSERT_TRUE(file.has_value()) << file.error().what;
    EXPECT_EQ(*file, folder_ / "crops" / (records_[i].change.decision.key + ".png"));
    EXPECT_EQ(read_file(*file).value().substr(1, 3), "PNG");
  }
  EXPECT_EQ(loads, 1);
}

TEST_F(CropFolderTest, WhatCannotBeShownIsAnErrorAndNoFile) {
  CropFolder broken(
      sample_.document,
      [](std::size_t) -> Result<image::Picture> { return fail(ErrorKind::kUnreadable, "scan", "is damaged"); },
      folder_);
  EXPECT_EQ(broken.crop_of(records_[0]).error().what, "is damaged");

  store::ChangeRecord nowhere = records_[0];
  nowhere.box = {};
  EXPECT_EQ(broken.crop_of(nowhere).error().kind, ErrorKind::kMissing);

  CropFolder small(
      sample_.document,
      [](std::size_t) -> Result<image::Picture> { return image::Picture(4, 4, 1, std::vector<std::uint8_t>(16)); },
      folder_);
  EXPECT_FALSE(small.crop_of(records_[0]).has_value());
  EXPECT_FALSE(fs::exists(folder_));
}

}  // namespace
}  // namespace emend::review
