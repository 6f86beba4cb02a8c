// --mark-doubtful, --mark-illegible, --typography and --marks as a user types them.
#include <gtest/gtest.h>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

// Enough of it to weigh words by; “bouse” is a word, so that its repair is less sure than the others.
constexpr const char* kPage =
    "Tbe carrier came up from tho landing in the afternoon with two carts, and left tbe sacks in the barn behind the "
    "mill. He said tbat the river had risen in the night, and that the ferry would not cross before tbe water fell at "
    "the bouse.\n";

class Doubt : public ::testing::Test {
 protected:
  void SetUp() override { folder_.write("a.txt", kPage); }
  Finished emend(const std::vector<std::string>& arguments, const std::string& input = {}) const {
    return run_emend(arguments, input, folder_.path());
  }
  TemporaryFolder folder_;
};

TEST_F(Doubt, IsOffUnlessAskedFor) {
  EXPECT_NE(emend({"fix", "a.txt"}).out.find("fell at the house."), std::string::npos);
}

TEST_F(Doubt, IsKeptThroughEveryFormatAndAnyNumberOfRuns) {
  ASSERT_EQ(emend({"restore", "a.txt", "-o", "out", "--mark-doubtful", "0.97"}).exit_code, 0);
  const std::string clean = bytes_of(folder_ / "out/a/clean.txt");
  EXPECT_NE(clean.find("fell at the [house?]."), std::string::npos) << clean;
  EXPECT_NE(bytes_of(folder_ / "out/a/changes.diff").find("[house?]"), std::string::npos);
  EXPECT_NE(bytes_of(folder_ / "out/a/changes.jsonl").find("\"rule\":\"doubtful-word\""), std::string::npos);
  EXPECT_NE(bytes_of(folder_ / "out/a/report.html").find("doubtful-word"), std::string::npos);
  EXPECT_EQ(emend({"fix", "-"}, clean).out, clean);
  EXPECT_EQ(emend({"fix", "-", "--mark-doubtful", "0.97"}, clean).out, clean);
}

TEST_F(Doubt, IsUndoneLikeAnyRule) {
  emend({"restore", "a.txt", "-o", "out", "--mark-doubtful", "0.97"});
  emend({"review", "out", "--undo", "doubtful-word"});
  EXPECT_NE(bytes_of(folder_ / "out/a/clean.txt").find("fell at the house."), std::string::npos);
}

TEST_F(Doubt, AThresholdIsAProbability) { EXPECT_EQ(emend({"fix", "a.txt", "--mark-doubtful", "2"}).exit_code, 2); }

TEST(Rendering, IsAsAskedForAndOnlyThen) {
  const std::string text = "“It's late,” he said -- n e v e r  later than 1914-18.\n";
  struct Case {
    std::vector<std::string> flags;
    const char* expected;
  };
  const Case cases[] = {
      {{}, "“It's late,” he said -- n e v e r  later than 1914-18.\n"},
      {{"--typography", "plain"}, "\"It's late,\" he said -- n e v e r  later than 1914-18.\n"},
      {{"--typography", "curly"}, "“It’s late,” he said — n e v e r  later than 1914–18.\n"},
      {{"--marks", "plain"}, "“It's late,” he said -- never  later than 1914-18.\n"},
      {{"--typography", "curly", "--marks", "markdown"}, "“It’s late,” he said — *never*  later than 1914–18.\n"},
  };
  for (const Case& c : cases) {
    std::vector<std::string> arguments = {"fix", "--isolated"};
    arguments.insert(arguments.end(), c.flags.begin(), c.flags.end());
    const std::string once = run_emend(arguments, text).out;
    EXPECT_EQ(once, c.expected);
    EXPECT_EQ(run_emend(arguments, once).out, once) << "asked for twice";
  }
}

}  // namespace
}  // namespace emend::testing
