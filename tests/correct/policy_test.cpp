#include "correct/policy.h"

#include <gtest/gtest.h>

#include "edit/anchor.h"

namespace emend::correct {
namespace {

constexpr std::string_view kRaw = "one two three";

std::vector<edit::Edit> two_edits() {
  edit::Edit automatic;
  automatic.span = {0, 3};
  automatic.before = "one";
  automatic.after = "One";
  automatic.probability = 0.9;
  automatic.applicability = edit::Applicability::kAutomatic;
  edit::Edit proposed = automatic;
  proposed.span = {4, 7};
  proposed.before = "two";
  proposed.after = "Two";
  proposed.probability = 0.6;
  proposed.applicability = edit::Applicability::kProposed;
  return {automatic, proposed};
}

std::vector<edit::Verdict> verdicts(const RecordedDecisions& recorded, const PolicyOptions& options) {
  std::vector<edit::Verdict> out;
  for (const auto& decided : decide(kRaw, two_edits(), recorded, options)) out.push_back(decided.decision.verdict);
  return out;
}

using enum edit::Verdict;
using Verdicts = std::vector<edit::Verdict>;

TEST(Decide, ByPolicy) {
  EXPECT_EQ(verdicts({}, {}), (Verdicts{kAccepted, kOpen}));
  EXPECT_EQ(verdicts({}, {.unsafe_fixes = true}), (Verdicts{kAccepted, kAccepted}));
  EXPECT_EQ(verdicts({}, {.min_confidence = 0.9}), (Verdicts{kAccepted, kOpen}));
  EXPECT_EQ(verdicts({}, {.min_confidence = 0.95}), (Verdicts{kOpen, kOpen}));
  EXPECT_EQ(verdicts({}, {.unsafe_fixes = true, .min_confidence = 0.7}), (Verdicts{kAccepted, kOpen}));
}

TEST(Decide, AnUndoneRuleIsRejected) {
  EXPECT_EQ(verdicts({}, {.unsafe_fixes = true, .undone_rules = {two_edits()[0].rule}})[0], kRejected);
  std::vector<edit::Edit> edits = two_edits();
  edits[0].rule = "some-rule";
  edits[0].evidence = {{"some-rule", "it said so", 1}, {"torn-full-stop", "and so did it", 1}};
  EXPECT_EQ(decide(kRaw, edits, {}, {.undone_rules = {"torn-full-stop"}})[0].decision.verdict, kRejected);
  EXPECT_TRUE(holds_other_rules(edits[0], "torn-full-stop"));
}

TEST(Decide, APersonsWordWins) {
  const std::vector<std::string> keys = edit::anchor_keys(kRaw, two_edits());
  edit::Decision no{keys[0], kRejected, "anna", "2024-01-01T00:00:00Z", "", false};
  edit::Decision yes{keys[1], kAccepted, "anna", "2024-01-01T00:00:00Z", "TWO", true};
  const RecordedDecisions recorded = {{keys[0], no}, {keys[1], yes}};
  EXPECT_EQ(verdicts(recorded, {}), (Verdicts{kRejected, kAccepted}));
  EXPECT_EQ(verdicts(recorded, {.unsafe_fixes = true, .min_confidence = 1}), (Verdicts{kRejected, kAccepted}));
  const auto decided = decide(kRaw, two_edits(), recorded, {});
  EXPECT_EQ(decided[1].replacement(), "TWO");
  EXPECT_EQ(decided[1].decision.by, "anna");
}

TEST(Decide, ADecisionTakenBackLeavesThePolicy) {
  const std::vector<std::string> keys = edit::anchor_keys(kRaw, two_edits());
  const RecordedDecisions recorded = {{keys[0], {keys[0], kOpen, "anna", "", "", false}}};
  EXPECT_EQ(verdicts(recorded, {}), (Verdicts{kAccepted, kOpen}));
}

TEST(Decide, EveryEditHasItsKey) {
  const auto decided = decide(kRaw, two_edits(), {}, {});
  const std::vector<std::string> keys = edit::anchor_keys(kRaw, two_edits());
  EXPECT_EQ(decided[0].decision.key, keys[0]);
  EXPECT_EQ(decided[1].decision.key, keys[1]);
}

}  // namespace
}  // namespace emend::correct
