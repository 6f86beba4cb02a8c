#include "report/crops.h"

#include <gtest/gtest.h>

#include <set>

#include "report/base64.h"
#include "report/sample.h"

namespace emend::report {
namespace {

using document::Box;

TEST(Base64, AsInRfc4648) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"\xff\xfe\xfd", "//79"}};
  for (const auto& [bytes, expected] : cases) EXPECT_EQ(base64(bytes), expected);
}

TEST(CropArea, HasTwoWordsOnEitherSideAndHalfALineAround) {
  const Sample sample = report::sample();
  const auto records = store::change_records(sample.document, sample.edits);
  // "l9l9" is the second word of its line; "since" is before it, ", and" behind.
  const store::ChangeRecord& year = records[6];
  ASSERT_EQ(year.change.edit.before, "l9l9");
  const Box area = crop_area(sample.document, year);
  EXPECT_EQ(area, (Box{200 - 18, year.box.y - 18, 16 * 24 + 36, 36 + 36}));

  store::ChangeRecord nowhere = year;
  nowhere.box = {};
  EXPECT_TRUE(crop_area(sample.document, nowhere).is_empty());
}

TEST(MakeCrops, LoadsEveryPageOnceAndFramesTheWords) {
  const Sample sample = report::sample();
  const auto records = store::change_records(sample.document, sample.edits);
  std::multiset<std::size_t> loaded;
  const Crops crops = make_crops(sample.document, records, [&](std::size_t page) -> Result<image::Picture> {
    loaded.insert(page);
    return sample_scan(sample.document.pages[page]);
  });
  EXPECT_EQ(loaded, (std::multiset<std::size_t>{0, 1}));
  EXPECT_EQ(crops.by_record.size(), records.size());
  EXPECT_TRUE(crops.problems.empty());
  for (const auto& [record, crop] : crops.by_record) {
    EXPECT_EQ(crop.jpeg.substr(0, 2), "\xff\xd8");
    EXPECT_LE(crop.width_px, 641);
    EXPECT_GT(crop.highlight.x, 0);
    EXPECT_LT(crop.highlight.bottom(), crop.height_px);
  }
}

TEST(MakeCrops, AScanThatCannotBeLoadedIsToldOnce) {
  const Sample sample = report::sample();
  const auto records = store::change_records(sample.document, sample.edits);
  const Crops crops = make_crops(sample.document, records, [&](std::size_t page) -> Result<image::Picture> {
    if (page == 0) return fail(ErrorKind::kMissing, "minutes.tif", "there is no such file");
    return image::Picture(1, 1, 1, {0});  // not the scan that was read
  });
  EXPECT_TRUE(crops.by_record.empty());
  ASSERT_FALSE(crops.problems.empty());
  EXPECT_EQ(crops.problems[0].page, 1);
  EXPECT_EQ(crops.problems[0].error.subject, "minutes.tif");
  EXPECT_EQ(crops.problems.size(), 2u);
}

TEST(MakeCrops, NoScanNoCrops) {
  const Sample sample = report::sample();
  EXPECT_TRUE(make_crops(sample.document, store::change_records(sample.document, sample.edits), {}).by_record.empty());
}

TEST(MakeCrops, BeyondTheLimitThoseThatWaitComeFirst) {
  Sample sample = report::sample();
  const edit::DecidedEdit applied = sample.edits[0];
  const edit::DecidedEdit open = sample.edits[7];
  ASSERT_EQ(open.decision.verdict, edit::Verdict::kOpen);
  edit::DecidedEdits many(kMostCrops + 5, applied);
  many.push_back(open);
  const auto records = store::change_records(sample.document, many);
  const image::Picture scan = sample_scan(sample.document.pages[0]);
  const Crops crops = make_crops(sample.document, records, [&](std::size_t) -> Result<image::Picture> { return scan; });
  EXPECT_EQ(crops.by_record.size(), kMostCrops);
  EXPECT_EQ(crops.left_out, 6u);
  EXPECT_TRUE(crops.by_record.contains(kMostCrops + 5));
}

}  // namespace
}  // namespace emend::report
