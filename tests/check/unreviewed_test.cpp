#include "check/unreviewed.h"

#include <gtest/gtest.h>

#include "check/rule_names.h"
#include "store/change_file.h"
#include "store/decision_file.h"
#include "support/temporary_folder.h"

namespace emend::check {
namespace {

using emend::testing::TemporaryFolder;

edit::Decision decided(edit::Verdict verdict, const std::string& by) {
  edit::Decision decision;
  decision.key = "00000000000000a1";
  decision.verdict = verdict;
  decision.by = by;
  decision.when = by == "policy" ? "" : "2024-05-06T07:08:09Z";
  return decision;
}

std::string changes(edit::Applicability applicability, edit::Verdict verdict) {
  store::ChangeRecord record;
  record.change.edit.span = {0, 3};
  record.change.edit.before = "tbe";
  record.change.edit.after = "the";
  record.change.edit.rule = "misread-word";
  record.change.edit.reason = "it fits";
  record.change.edit.probability = 0.7;
  record.change.edit.applicability = applicability;
  record.change.decision = decided(verdict, "policy");
  return store::changes_to_jsonl({record});
}

constexpr auto kProposed = edit::Applicability::kProposed;

TEST(UnreviewedChanges, AreThoseThatOnlyAPolicyApplied) {
  const TemporaryFolder folder;
  const auto clean = folder.write("clean.txt", "the mill\n");
  EXPECT_FALSE(unreviewed_changes(clean)) << "there is no account of changes";
  folder.write("changes.jsonl", changes(kProposed, edit::Verdict::kAccepted));
  const auto finding = unreviewed_changes(clean);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->rule, kUnreviewed);
  EXPECT_NE(finding->message.find("1 change"), std::string::npos) << finding->message;
  EXPECT_FALSE(unreviewed_changes(folder.write("other.txt", "the mill\n"))) << "it is no result of a restoration";
}

TEST(UnreviewedChanges, OthersStaySilent) {
  const TemporaryFolder folder;
  const auto clean = folder.write("clean.txt", "the mill\n");
  folder.write("changes.jsonl", changes(edit::Applicability::kAutomatic, edit::Verdict::kAccepted));
  EXPECT_FALSE(unreviewed_changes(clean)) << "it may be applied without a person";
  folder.write("changes.jsonl", changes(kProposed, edit::Verdict::kOpen));
  EXPECT_FALSE(unreviewed_changes(clean)) << "it is not in the text";
  folder.write("changes.jsonl", "somebody's own list\n");
  EXPECT_FALSE(unreviewed_changes(clean));
  folder.write("changes.jsonl", changes(kProposed, edit::Verdict::kAccepted));
  ASSERT_TRUE(store::append_decision(folder / "decisions.jsonl", decided(edit::Verdict::kAccepted, "Ann")));
  EXPECT_FALSE(unreviewed_changes(clean)) << "a person has said yes";
}

}  // namespace
}  // namespace emend::check
