#include "ocr/model_folder.h"

#include <cstdint>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>

#include "base/file.h"

namespace emend::ocr {
namespace {

namespace fs = std::filesystem;

class ModelFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              (std::string("emend-models-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void add(const std::string& language, const std::string& bytes) {
    ASSERT_TRUE(write_file(folder_ / (language + ".traineddata"), bytes));
  }

  fs::path folder_;
};

// The head of a model with 24 parts, all at `offset`, followed by `tail_bytes` zeros.
std::string model(std::int64_t offset, std::size_t tail_bytes) {
  const std::uint32_t count = 24;
  std::string bytes(reinterpret_cast<const char*>(&count), sizeof count);
  for (std::uint32_t i = 0; i < count; ++i) bytes.append(reinterpret_cast<const char*>(&offset), sizeof offset);
  return bytes + std::string(tail_bytes, '\0');
}

TEST_F(ModelFolder, ListsLanguagesOnly) {
  for (const char* name : {"fra", "eng", "osd", "equ"}) add(name, "");
  ASSERT_TRUE(write_file(folder_ / "README", ""));
  EXPECT_THAT(languages_in(folder_), testing::ElementsAre("eng", "fra"));
  EXPECT_THAT(languages_in(folder_ / "nowhere"), testing::IsEmpty());
}

TEST_F(ModelFolder, SaysWhichLanguagesThereAre) {
  add("fra", model(196, 10));
  EXPECT_TRUE(check_models(folder_, {"fra"}));
  const Status status = check_models(folder_, {"fra", "chi_sim"});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().kind, ErrorKind::kMissing);
  EXPECT_THAT(status.error().what, testing::HasSubstr("there are: fra"));
  EXPECT_THAT(status.error().hint, testing::HasSubstr("tesseract-ocr-chi-sim"));
}

TEST_F(ModelFolder, RefusesWhatIsNoLstmModel) {
  const std::pair<const char*, std::string> cases[] = {
      {"empty", ""},
      {"short", std::string("\x18\0\0\0\0\0", 6)},
      {"text", "This is not a model, but a text that is long enough to look like one at first."},
      {"cut", model(5000, 10)},
      {"negative", model(-7, 10)},
      {"legacy", model(-1, 10)},
  };
  for (const auto& [name, bytes] : cases) {
    add(name, bytes);
    const Status status = check_models(folder_, {name});
    ASSERT_FALSE(status) << name;
    EXPECT_EQ(status.error().kind, ErrorKind::kUnreadable) << name;
  }
}

TEST_F(ModelFolder, NamesTheFolderThatIsMissing) {
  const Status status = check_models(folder_ / "nowhere", {"eng"});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().kind, ErrorKind::kMissing);
  EXPECT_THAT(status.error().subject, testing::HasSubstr("nowhere"));
}

TEST(LanguageNames, SplitsAndRefuses) {
  EXPECT_THAT(*language_names("eng"), testing::ElementsAre("eng"));
  EXPECT_THAT(*language_names("eng+chi_sim+eng"), testing::ElementsAre("eng", "chi_sim"));
  for (const char* bad : {"", "+", "eng+", "../eng", "script/Latin", "eng fra", "~eng", "eng\n", "a.b"})
    EXPECT_FALSE(language_names(bad)) << bad;
}

}  // namespace
}  // namespace emend::ocr
