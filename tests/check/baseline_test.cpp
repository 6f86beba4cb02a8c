#include "check/baseline.h"

#include <gtest/gtest.h>

namespace emend::check {
namespace {

Finding finding(const std::string& rule, const std::string& before, const std::string& key = "0123456789abcdef") {
  Finding finding;
  finding.rule = rule;
  finding.before = before;
  finding.key = key;
  return finding;
}

TEST(Baseline, KnowsWhatItWasMadeFromAndCountsEqualFindings) {
  Baseline baseline;
  baseline.set("b.txt", {finding("misread-word", "tbe"), finding("misread-word", "tbe"), finding("lost-mark", "")});
  baseline.set("a.txt", {finding("misread-word", "tho")});
  Findings again = {finding("misread-word", "tbe", "other"), finding("misread-word", "tbe"),
                    finding("misread-word", "tbe"), finding("stray-mark", "tbe"), finding("lost-mark", "")};
  EXPECT_EQ(baseline.remove_known("b.txt", again), 3u);
  ASSERT_EQ(again.size(), 2u);
  EXPECT_EQ(again[1].rule, "stray-mark");
}

TEST(Baseline, IsWrittenSortedAndReadAgain) {
  Baseline baseline;
  baseline.set("z.txt", {finding("misread-word", "b"), finding("misread-word", "a"), finding("lost-mark", "c")});
  baseline.set("a.txt", {finding("misread-word", "x"), finding("misread-word", "x")});
  const std::string json = baseline.to_json();
  const auto again = Baseline::parse(json, "baseline.json");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->to_json(), json);
  EXPECT_EQ(again->size(), 5u);
  EXPECT_LT(json.find("a.txt"), json.find("z.txt"));
}

TEST(Baseline, WhatIsRepairedIsStaleAndCanBeForgotten) {
  Baseline baseline;
  baseline.set("a.txt", {finding("misread-word", "x"), finding("misread-word", "x"), finding("misread-word", "y")});
  const auto stale = baseline.stale("a.txt", {finding("misread-word", "x")});
  ASSERT_EQ(stale.size(), 2u);
  baseline.forget(stale);
  EXPECT_EQ(baseline.size(), 1u);
  EXPECT_TRUE(baseline.stale("a.txt", {finding("misread-word", "x")}).empty());
  EXPECT_TRUE(baseline.stale("other.txt", {}).empty());
}

TEST(Baseline, ABrokenOneIsRefused) {
  for (const char* json :
       {"", "[]", "{}", "{\"version\": 2, \"entries\": []}", "{\"version\": 1}",
        "{\"version\":1,\"entries\":[{\"file\":\"/a\",\"rule\":\"r\",\"key\":\"k\",\"text\":\"\"}]}",
        "{\"version\":1,\"entries\":[{\"file\":\"a\",\"rule\":\"r\",\"key\":\"k\",\"text\":\"\",\"count\":0}]}"}) {
    const auto baseline = Baseline::parse(json, "b.json");
    ASSERT_FALSE(baseline) << json;
    EXPECT_EQ(baseline.error().kind, ErrorKind::kUsage);
  }
}

}  // namespace
}  // namespace emend::check
