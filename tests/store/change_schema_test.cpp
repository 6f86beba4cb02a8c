// The published schema, held to by a real validator (python3-jsonschema).
#include <gtest/gtest.h>

#include <string>

#include "store/change_file.h"
#include "store/schema_validation.h"

namespace emend::store {
namespace {

std::string written_changes() {
  document::Document document;
  document.raw = document::RawText("| asked comrades\n");
  edit::DecidedEdit accepted;
  accepted.edit = {{0, 1},
                   "|",
                   "I",
                   "bar-for-pronoun",
                   "a lone bar",
                   0.97,
                   edit::Applicability::kAutomatic,
                   {{"dictionary", "“I” is a word\n", 1.25}}};
  accepted.edit.candidates = {{"I", 0.97, false, {{"word", "very common", -3}}}, {"|", 0.03, true, {}}};
  accepted.decision.key = "00000000000000a1";
  accepted.decision.verdict = edit::Verdict::kAccepted;
  edit::DecidedEdit typed = accepted;
  typed.edit.span = {2, 7};
  typed.edit.before = "asked";
  typed.edit.applicability = edit::Applicability::kProposed;
  typed.edit.probability = 1;
  typed.decision = {"00000000000000a2", edit::Verdict::kAccepted, "A", "2024-05-01T09:30:00Z", "ask", true};
  edit::DecidedEdit open = accepted;
  open.edit.span = {16, 16};
  open.edit.before.clear();
  open.edit.probability = 0;
  open.edit.evidence.clear();
  open.edit.candidates.clear();
  open.decision = {"00000000000000a3", edit::Verdict::kOpen, "policy", "", "", false};
  auto records = change_records(document, {accepted, typed, open});
  records[1].page = 3;
  records[1].box = {0, 5, 10, 20};
  return changes_to_jsonl(records);
}

TEST(ChangeSchema, AcceptsWhatIsWritten) {
  EXPECT_EQ(validate("changes.schema.json", written_changes(), "schema_good"), 0);
}

TEST(ChangeSchema, RefusesAnotherMember) {
  std::string lines = written_changes();
  lines.insert(lines.find('{') + 1, "\"extra\":1,");
  EXPECT_EQ(validate("changes.schema.json", lines, "schema_extra"), 1);
}

TEST(ChangeSchema, RefusesAProbabilityAboveOne) {
  std::string lines = written_changes();
  lines.replace(lines.find("0.97"), 4, "1.97");
  EXPECT_EQ(validate("changes.schema.json", lines, "schema_range"), 1);
}

}  // namespace
}  // namespace emend::store
