#include <filesystem>

#include <gmock/gmock.h>

#include "base/file.h"
#include "base/json.h"
#include "document/page_json.h"
#include "ocr/drawn_page.h"
#include "ocr/engine.h"

namespace emend::ocr {
namespace {

// Page 1 and 4 are good, 2 is cut off, 3 holds a byte that is not UTF-8; there is no page 5.
constexpr const char* kFolder = EMEND_SOURCE_DIR "/tests/ocr/recorded";

TEST(RecordedEngine, ReplaysInOrderAndGoesOnAfterABadPage) {
  auto engine = make_recorded_engine(std::string(kFolder));
  ASSERT_TRUE(engine) << engine.error().what;
  const auto first = (*engine)->read({});
  ASSERT_TRUE(first) << first.error().what;
  EXPECT_THAT(lines_of(*first), testing::ElementsAre("The 8-hour day"));

  const auto cut = (*engine)->read({});
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().kind, ErrorKind::kUnreadable);
  EXPECT_THAT(cut.error().subject, testing::HasSubstr("page-0002.json"));

  const auto bad_bytes = (*engine)->read({});
  ASSERT_FALSE(bad_bytes);
  EXPECT_EQ(bad_bytes.error().kind, ErrorKind::kUnreadable);

  const auto fourth = (*engine)->read({});
  ASSERT_TRUE(fourth) << fourth.error().what;
  EXPECT_FALSE(fourth->has_words());

  const auto missing = (*engine)->read({});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kMissing);
  EXPECT_THAT(missing.error().subject, testing::HasSubstr("page-0005.json"));
}

TEST(RecordedEngine, IsNamedAfterItsFolder) {
  const auto engine = make_recorded_engine(std::string(kFolder) + "/");
  ASSERT_TRUE(engine);
  EXPECT_EQ((*engine)->describe().model, "recorded");
}

TEST(RecordedEngine, NeedsAFolder) {
  for (const std::string folder : {"", "/no/such/folder", EMEND_SOURCE_DIR "/LICENSE"}) {
    const auto engine = make_recorded_engine(folder);
    ASSERT_FALSE(engine) << folder;
    EXPECT_EQ(engine.error().kind, ErrorKind::kMissing);
  }
}

}  // namespace
}  // namespace emend::ocr
