// --undo and --redo as a user types them.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

constexpr const char* kText = "The 8 — hour day came on l5 May l9l7 , and nobody objected to it.\n";

class Undo : public ::testing::Test {
 protected:
  void SetUp() override { folder_.write("a.txt", kText); }
  Finished emend(std::vector<std::string> arguments) const { return run_emend(arguments, "", folder_.path()); }
  Finished restore(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"restore", "a.txt", "-o", "out"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return emend(arguments);
  }
  std::string clean() const { return bytes_of(folder_ / "out/a/clean.txt"); }
  std::string decisions() const { return bytes_of(folder_ / "out/a/decisions.jsonl"); }

  TemporaryFolder folder_;
};

TEST_F(Undo, TakesAllChangesOfARuleBackInAFinishedResult) {
  restore();
  ASSERT_NE(clean().find("15 May 1917"), std::string::npos) << clean();
  const Finished finished = emend({"review", "out", "--undo", "typewriter-l-for-one", "--by", "reader"});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(finished.err.find("2 changes taken back"), std::string::npos) << finished.err;
  EXPECT_NE(clean().find("l5 May l9l7"), std::string::npos) << clean();
  EXPECT_NE(clean().find("8-hour"), std::string::npos) << "the other rules' changes stay: " << clean();
  EXPECT_NE(decisions().find("\"by\":\"reader, --undo typewriter-l-for-one\""), std::string::npos) << decisions();
}

TEST_F(Undo, HoldsInLaterRuns) {
  restore();
  emend({"review", "out", "--undo", "typewriter-l-for-one"});
  EXPECT_NE(restore().err.find("1 unchanged"), std::string::npos);
  std::filesystem::remove(folder_ / "out/a/run.json");
  restore();
  EXPECT_NE(clean().find("l5 May l9l7"), std::string::npos) << clean();
}

TEST_F(Undo, IsTakenBackByRedo) {
  restore();
  const std::string before = clean();
  emend({"review", "out", "--undo", "typewriter-l-for-one,spaced-hyphen-in-compound"});
  ASSERT_NE(clean(), before);
  emend({"review", "out", "--redo", "typewriter-l-for-one"});
  EXPECT_NE(clean().find("15 May 1917"), std::string::npos) << clean();
  EXPECT_NE(clean().find("8 — hour"), std::string::npos) << clean();
  emend({"review", "out", "--redo", "spaced-hyphen-in-compound"});
  EXPECT_EQ(clean(), before);
}

TEST_F(Undo, OfARunIsRecordedToo) {
  const Finished finished = restore({"--undo", "spaced-hyphen-in-compound"});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(clean().find("8 — hour"), std::string::npos) << clean();
  EXPECT_NE(decisions().find("--undo spaced-hyphen-in-compound"), std::string::npos) << decisions();
  restore();
  EXPECT_NE(clean().find("8 — hour"), std::string::npos) << "the decision holds without the flag: " << clean();
}

TEST_F(Undo, OfAFixShowsTheChangesAsRejected) {
  const Finished finished =
      emend({"fix", "--isolated", "a.txt", "--undo", "typewriter-l-for-one", "--changes", "changes.jsonl"});
  EXPECT_NE(finished.out.find("l5 May l9l7"), std::string::npos) << finished.out;
  EXPECT_NE(bytes_of(folder_ / "changes.jsonl").find("\"verdict\":\"rejected\""), std::string::npos);
}

TEST_F(Undo, NamesTheRuleThatWasProbablyMeant) {
  restore();
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"review", "out", "--undo", "typewriter-l"},
                                                    {"restore", "a.txt", "-o", "out", "--undo", "typewriter-l"},
                                                    {"fix", "a.txt", "--undo", "typewriter-l"}}) {
    const Finished finished = emend(arguments);
    EXPECT_EQ(finished.exit_code, 2);
    EXPECT_NE(finished.err.find("did you mean typewriter-"), std::string::npos) << finished.err;
  }
}

}  // namespace
}  // namespace emend::testing
