#include "ocr/engine_list.h"

#include <gmock/gmock.h>

namespace emend::ocr {
namespace {

TEST(EngineList, NamesEveryEngine) { EXPECT_THAT(engine_names(), testing::ElementsAre("tesseract", "recorded")); }

TEST(EngineList, MakesTheEngineThatIsNamed) {
  const auto tesseract = make_engine("tesseract", {"eng", ""});
  ASSERT_TRUE(tesseract) << tesseract.error().what;
  EXPECT_THAT((*tesseract)->describe().engine, testing::StartsWith("tesseract 5"));
  EXPECT_EQ((*tesseract)->describe().model, "eng");
  const auto recorded = make_engine("recorded", {"", EMEND_SOURCE_DIR "/tests/ocr/recorded"});
  ASSERT_TRUE(recorded) << recorded.error().what;
  EXPECT_EQ((*recorded)->describe().engine, "recorded");
}

TEST(EngineList, RefusesAnotherName) {
  const auto engine = make_engine("crystal-ball", {});
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(engine.error().hint, testing::HasSubstr("tesseract, recorded"));
}

}  // namespace
}  // namespace emend::ocr
