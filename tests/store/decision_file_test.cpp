#include "store/decision_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"

namespace emend::store {
namespace {

namespace fs = std::filesystem;

class DecisionFile : public testing::Test {
 protected:
  DecisionFile() : path_(fs::path(testing::TempDir()) / ("decisions_" + name() + ".jsonl")) { fs::remove(path_); }
  ~DecisionFile() override { fs::remove(path_); }

  static std::string name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }
  void holds(const std::string& bytes) { ASSERT_TRUE(write_file(path_, bytes).has_value()); }

  const fs::path path_;
};

edit::Decision decision(std::string key, edit::Verdict verdict) {
  edit::Decision decision;
  decision.key = std::move(key);
  decision.verdict = verdict;
  decision.by = "Ann";
  decision.when = "2024-05-01T09:30:00Z";
  return decision;
}

const char kLine[] = R"({"key":"00000000000000a1","verdict":"accepted","by":"A","when":""})";

TEST_F(DecisionFile, MissingIsNoDecisions) { EXPECT_TRUE(read_decisions(path_).value().empty()); }

TEST_F(DecisionFile, TheLastLineOfAKeyCounts) {
  ASSERT_TRUE(append_decision(path_, decision("00000000000000a1", edit::Verdict::kAccepted)).has_value());
  edit::Decision typed = decision("00000000000000a2", edit::Verdict::kAccepted);
  typed.has_replacement = true;
  typed.replacement = "line one\nline “two”";
  ASSERT_TRUE(append_decision(path_, typed).has_value());
  ASSERT_TRUE(append_decision(path_, decision("00000000000000a1", edit::Verdict::kRejected)).has_value());
  const auto decisions = read_decisions(path_);
  ASSERT_TRUE(decisions.has_value());
  ASSERT_EQ(decisions->size(), 2u);
  EXPECT_EQ(decisions->at("00000000000000a1").verdict, edit::Verdict::kRejected);
  EXPECT_EQ(decisions->at("00000000000000a1").by, "Ann");
  EXPECT_EQ(decisions->at("00000000000000a1").when, "2024-05-01T09:30:00Z");
  EXPECT_FALSE(decisions->at("00000000000000a1").has_replacement);
  EXPECT_EQ(decisions->at("00000000000000a2").replacement, "line one\nline “two”");
}

// A power cut may leave any part of the last line; whatever it is, the others count and the next append is whole.
TEST_F(DecisionFile, ALastLineThatWasCutOffIsSkippedAndReplaced) {
  const std::string last = R"({"key":"00000000000000b2","verdict":"rejected","by":"Zoë","when":""})";
  for (std::size_t kept = 0; kept <= last.size(); ++kept) {
    holds(std::string(kLine) + "\n" + last.substr(0, kept));
    const auto decisions = read_decisions(path_);
    ASSERT_TRUE(decisions.has_value()) << kept << decisions.error().what;
    EXPECT_EQ(decisions->size(), kept == last.size() ? 2u : 1u) << kept;
    ASSERT_TRUE(append_decision(path_, decision("00000000000000c3", edit::Verdict::kOpen)).has_value());
    const auto again = read_decisions(path_);
    ASSERT_TRUE(again.has_value()) << kept << again.error().what;
    EXPECT_EQ(again->size(), kept == last.size() ? 3u : 2u) << kept;
  }
}

TEST_F(DecisionFile, OtherBadLinesAreErrorsThatNameTheLine) {
  const std::vector<std::string> bad = {
      "",
      "{",
      "[]",
      "null",
      std::string("\0\0\0", 3),
      "\xff",
      std::string(100000, '{'),
      R"({"key":"00000000000000a1","verdict":"maybe","by":"A","when":""})",
      R"({"key":"00000000000000a1","verdict":"accepted","by":7,"when":""})",
      R"({"key":"00000000000000a1","verdict":"accepted","by":"A"})",
      R"({"key":"00000000000000a1","verdict":"accepted","by":"A","when":"","replacement":null})",
      R"({"key":"../../../etc/pa","verdict":"accepted","by":"A","when":""})",
      R"({"key":"00000000000000A1","verdict":"accepted","by":"A","when":""})",
      R"({"verdict":"accepted","by":"A","when":""})",
  };
  for (const std::string& line : bad) {
    holds(std::string(kLine) + "\n" + line + "\n" + kLine + "\n");
    const auto decisions = read_decisions(path_);
    ASSERT_FALSE(decisions.has_value()) << line.substr(0, 80);
    EXPECT_EQ(decisions.error().kind, ErrorKind::kUnreadable);
    EXPECT_THAT(decisions.error().subject, testing::EndsWith(".jsonl:2"));
    EXPECT_FALSE(decisions.error().hint.empty());
  }
}

TEST_F(DecisionFile, AFolderThatIsNotThereCannotBeWritten) {
  const auto status = append_decision(path_ / "no" / "such", decision("00000000000000a1", edit::Verdict::kOpen));
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error().kind, ErrorKind::kUnwritable);
}

}  // namespace
}  // namespace emend::store
