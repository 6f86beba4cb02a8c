#include <gtest/gtest.h>

#include <filesystem>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

constexpr const char* kText = "The 8 — hour day was introduced ; nobody objected to it.\n";

class Review : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("a.txt", kText);
    ASSERT_EQ(restore().exit_code, 0);
  }
  Finished restore() const { return run_emend({"restore", "a.txt", "-o", "out"}, "", folder_.path()); }
  Finished review(const std::string& keys, bool applied = true) const {
    std::vector<std::string> arguments = {"review", "out", "--tty", "--by", "reader"};
    if (applied) arguments.emplace_back("--applied");
    return run_emend(arguments, keys, folder_.path());
  }
  std::string clean() const { return bytes_of(folder_ / "out/a/clean.txt"); }

  TemporaryFolder folder_;
};

TEST_F(Review, ARejectedChangeIsTakenBackAndStaysSo) {
  const Finished finished = review("n\nq\n");
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(clean().find("8 — hour"), std::string::npos) << clean();
  const Finished again = restore();
  EXPECT_NE(again.err.find("1 unchanged"), std::string::npos) << again.err;
  std::filesystem::remove(folder_ / "out/a/run.json");
  restore();
  EXPECT_NE(clean().find("8 — hour"), std::string::npos) << clean();
}

TEST_F(Review, ATypedReplacementStands) {
  review("e\neight-hour\nq\n");
  EXPECT_NE(clean().find("eight-hour"), std::string::npos) << clean();
  EXPECT_NE(bytes_of(folder_ / "out/a/decisions.jsonl").find("\"by\":\"reader\""), std::string::npos);
}

TEST_F(Review, ADecisionFromElsewhereIsFollowedWithoutReadingAgain) {
  const std::string changes = bytes_of(folder_ / "out/a/changes.jsonl");
  const std::string id = changes.substr(changes.find("\"id\":\"") + 6, 16);
  folder_.write("out/a/decisions.jsonl",
                "{\"key\":\"" + id + "\",\"verdict\":\"rejected\",\"by\":\"x\",\"when\":\"2026-01-01T00:00:00Z\"}\n");
  const Finished finished = restore();
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(clean().find("8 — hour"), std::string::npos) << clean();
}

TEST_F(Review, AnEndOfInputLosesNothing) {
  const Finished finished = review("");
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(clean().find("8-hour"), std::string::npos) << clean();
}

TEST_F(Review, AFolderWithoutAResultIsSaid) {
  const Finished finished = run_emend({"review", folder_.path().string() + "/nowhere", "--tty"});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.err.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace emend::testing
