// The whole road with the real engine, on pages that are typed here.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

constexpr const char* kTyped =
    "The committee met at eight in the morning and heard\n"
    "the report of the clerk on the stores of the mill.\n"
    "It was resolved to open the granary on Monday.\n";

class RestoreScans : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("page.txt", kTyped);
    const Finished typed =
        run_emend({"synth", "page.txt", "-o", "scans", "--wear", "clean", "--seed", "2"}, "", folder_.path());
    ASSERT_EQ(typed.exit_code, 0) << typed.err;
  }
  Finished restore(const std::vector<std::string>& arguments) const {
    std::vector<std::string> all = {"restore"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run_emend(all, "", folder_.path());
  }
  std::string scan() const { return "scans/page-0001.jpg"; }

  TemporaryFolder folder_;
};

TEST_F(RestoreScans, AScanBecomesText) {
  const Finished finished = restore({scan(), "-o", "out"});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  const std::string clean = bytes_of(folder_ / "out/page-0001/clean.txt");
  EXPECT_NE(clean.find("resolved to open the granary"), std::string::npos) << clean;
  EXPECT_EQ(finished.out, "");
}

TEST_F(RestoreScans, LibrariesPrintNothing) {
  const Finished finished = restore({scan(), "-o", "out", "--quiet"});
  EXPECT_EQ(finished.out, "");
  EXPECT_EQ(finished.err, "");
}

TEST_F(RestoreScans, TypedPagesAreReadWithTwoModelsWhenAskedFor) {
  ASSERT_EQ(restore({scan(), "-o", "out", "--typescript"}).exit_code, 0);
  const std::string document = bytes_of(folder_ / "out/page-0001/document.json");
  EXPECT_NE(document.find("\"model\":\"eng\""), std::string::npos);
  EXPECT_NE(document.find("\"model\":\"typescript\""), std::string::npos);
  EXPECT_NE(document.find("\"witness\":1"), std::string::npos);
  EXPECT_NE(bytes_of(folder_ / "out/page-0001/clean.txt").find("resolved to open the granary"), std::string::npos);
}

TEST_F(RestoreScans, AMissingModelOfTypescriptIsNamed) {
  std::filesystem::create_directories(folder_ / "none");
  const Finished finished =
      restore({scan(), "-o", "out", "--typescript", "--models-dir", "none", "--select", "typewriter-l-for-one"});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.err.find("typescript.traineddata"), std::string::npos) << finished.err;
}

TEST_F(RestoreScans, BoxesAreInPixelsOfTheScan) {
  ASSERT_EQ(restore({scan(), "-o", "out"}).exit_code, 0);
  const std::string document = bytes_of(folder_ / "out/page-0001/document.json");
  EXPECT_NE(document.find("\"committee\""), std::string::npos);
  EXPECT_NE(document.find("deskew"), std::string::npos) << "cleaning is recorded";
}

TEST_F(RestoreScans, IntermediatePicturesAreKeptWhenAskedFor) {
  const Finished finished = restore({scan(), "-o", "out", "--keep-intermediate", "kept", "--timings"});
  ASSERT_EQ(finished.exit_code, 0) << finished.err;
  std::size_t pictures = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "kept/page-0001"))
    pictures += entry.path().extension() == ".png" ? 1 : 0;
  EXPECT_GE(pictures, 1u);
  EXPECT_NE(finished.err.find("read"), std::string::npos) << finished.err;
}

TEST_F(RestoreScans, AMislabelledFileIsReadByItsContent) {
  std::filesystem::copy_file(folder_ / scan(), folder_ / "really-a-jpeg.tif");
  EXPECT_EQ(restore({"really-a-jpeg.tif", "-o", "out"}).exit_code, 0);
}

TEST_F(RestoreScans, ATruncatedScanLeavesNothingHalfDone) {
  const std::string bytes = bytes_of(folder_ / scan());
  folder_.write("cut.jpg", bytes.substr(0, 400));
  const Finished finished = restore({"cut.jpg", scan(), "-o", "out"});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("cut.jpg"), std::string::npos) << finished.err;
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out/cut"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/page-0001/clean.txt"));
}

TEST_F(RestoreScans, AnUnknownLanguageIsExitCode2AndNamesThoseThereAre) {
  const Finished finished = restore({scan(), "-o", "out", "-l", "eng+xyz"});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.err.find("xyz"), std::string::npos) << finished.err;
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out/page-0001"));
}

TEST_F(RestoreScans, PagesThatAreNotThereAreSaid) {
  const Finished finished = restore({scan(), "-o", "out", "--pages", "7-"});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("there are 1"), std::string::npos) << finished.err;
}

}  // namespace
}  // namespace emend::testing
