// The published schema, held to by a real validator (python3-jsonschema).
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "store/change_file.h"

namespace emend::store {
namespace {

namespace fs = std::filesystem;

// The exit status of a validation of every line: 0 good, 1 a line is refused; others mean that it could not run.
int validate(const std::string& lines, const std::string& name) {
  const fs::path folder = testing::TempDir();
  const fs::path file = folder / ("emend_" + std::to_string(::getpid()) + name + ".jsonl");
  EXPECT_TRUE(write_file(file, lines).has_value());
  const std::string script =
      "import json, sys\n"
      "import jsonschema\n"
      "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
      "jsonschema.Draft7Validator.check_schema(schema)\n"
      "validator = jsonschema.Draft7Validator(schema)\n"
      "lines = [json.loads(line) for line in open(sys.argv[2], encoding='utf-8', newline='\\n')]\n"
      "problems = [p.message for line in lines for p in validator.iter_errors(line)]\n"
      "print(problems)\n"
      "sys.exit(0 if not problems else 10)\n";
  const fs::path program = folder / ("emend_" + std::to_string(::getpid()) + name + ".py");
  EXPECT_TRUE(write_file(program, script).has_value());
  const std::string schema = std::string(EMEND_SOURCE_DIR) + "/docs/formats/changes.schema.json";
  const std::string command = "python3 '" + program.string() + "' '" + schema + "' '" + file.string() + "'";
  const int status = std::system(command.c_str());
  fs::remove(file);
  fs::remove(program);
  if (status == 0) return 0;
  return WIFEXITED(status) && WEXITSTATUS(status) == 10 ? 1 : 2;
}

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
  open.decision = {"00000000000000a3", edit::Verdict::kOpen, "policy", "", "", false};
  auto records = change_records(document, {accepted, typed, open});
  records[1].page = 3;
  records[1].box = {0, 5, 10, 20};
  return changes_to_jsonl(records);
}

TEST(ChangeSchema, AcceptsWhatIsWritten) { EXPECT_EQ(validate(written_changes(), "schema_good"), 0); }

TEST(ChangeSchema, RefusesAnotherMember) {
  std::string lines = written_changes();
  lines.insert(lines.find('{') + 1, "\"extra\":1,");
  EXPECT_EQ(validate(lines, "schema_extra"), 1);
}

TEST(ChangeSchema, RefusesAProbabilityAboveOne) {
  std::string lines = written_changes();
  lines.replace(lines.find("0.97"), 4, "1.97");
  EXPECT_EQ(validate(lines, "schema_range"), 1);
}

}  // namespace
}  // namespace emend::store
