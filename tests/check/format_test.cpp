// Every format on one report with hard characters, against what it should be and against the schema of its receiver.
//
// The schemas are other people's and not in the repository: EMEND_SCHEMAS names their folder (or they lie beside
// EMEND_DATA); where they are not, that part is skipped.
#include "check/format.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "base/json.h"
#include "check/places.h"
#include "check/rule_names.h"
#include "support/temporary_folder.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;
using emend::testing::TemporaryFolder;

const std::string kText = "first\n𝔸 e\u0301 中 tbe & <that>\n";

FileReport sample_report() {
  FileReport report;
  report.name = "a b/näme%.txt";
  Finding finding;
  finding.rule = "misread-word";
  finding.message = "it fits its sentence better";
  finding.level = Level::kError;
  const std::size_t begin = kText.find("tbe");
  finding.span = {begin, begin + 3};
  finding.before = "tbe";
  finding.after = "the";
  finding.has_fix = finding.is_safe = true;
  finding.probability = finding.fix_probability = 0.97;
  finding.key = "0123456789abcdef";
  PlaceFinder(kText).set_places(finding);
  report.findings.push_back(finding);
  finding.rule = std::string(kQuality);
  finding.level = Level::kNote;
  finding.before = finding.after = "";
  finding.has_fix = finding.is_safe = false;
  finding.message = "a\nb\x1b[31m \"quoted\"";
  finding.page = 2;
  finding.box = {10, 20, 30, 40};
  finding.image = "scan 2.png";
  report.findings.push_back(finding);
  return report;
}

std::string told(const std::string& name, const std::vector<FileReport>& reports) {
  const auto format = make_format(name, {false, "2026-01-31T12:00:00"});
  std::string out = format->begin();
  for (const FileReport& report : reports) out += format->file(report);
  return out + format->end({});
}

std::string told(const std::string& name) {
  FileReport clean;
  clean.name = "clean.txt";
  return told(name, {sample_report(), clean});
}

fs::path schemas() {
  if (const char* folder = std::getenv("EMEND_SCHEMAS")) return folder;
  if (const char* data = std::getenv("EMEND_DATA")) return fs::path(data) / ".." / "schemas";
  return {};
}

int status_of(const std::string& command) {
  const int status = std::system((command + " >&2").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int validate_json(const fs::path& schema, const std::string& lines) {
  const TemporaryFolder folder;
  const auto data = folder.write("lines.jsonl", lines);
  const auto script =
      folder.write("validate.py",
                   "import json, sys, jsonschema\n"
                   "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                   "kind = jsonschema.validators.validator_for(schema)\n"
                   "bad = [p.message[:300] for line in open(sys.argv[2], encoding='utf-8', newline='\\n')"
                   " for p in kind(schema).iter_errors(json.loads(line))]\n"
                   "print(bad)\n"
                   "sys.exit(10 if bad else 0)\n");
  return status_of("python3 '" + script.string() + "' '" + schema.string() + "' '" + data.string() + "'");
}

TEST(Format, EveryFormatTellsEveryFinding) {
  for (const std::string& name : format_names()) {
    const std::string out = told(name);
    EXPECT_NE(out.find("misread-word"), std::string::npos) << name;
    EXPECT_NE(out.find("quality-outlier"), std::string::npos) << name;
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << name;
    EXPECT_EQ(out.back(), '\n') << name;
  }
  EXPECT_EQ(make_format("nothing", {}), nullptr);
}

TEST(Format, ColumnsInTheUnitOfTheReader) {
  const struct {
    const char* format;
    const char* expected;
  } cases[] = {
      {"text", "näme%.txt:2:8: misread-word"},
      {"text", "  2 | 𝔸 e\u0301 中 tbe & <that>\n    |        ^^^ the (safe fix, 97 %)\n"},
      {"concise", "a b/näme%.txt:2:8: misread-word 'tbe' -> 'the'"},
      {"jsonl", "\"column\":8,\"end_line\":2,\"end_column\":11,\"byte_columns\":[14,17],\"utf16_columns\":[9,12]"},
      {"sarif", "\"startLine\":2,\"startColumn\":9,\"endLine\":2,\"endColumn\":12"},
      {"sarif", "\"uri\":\"a%20b/n%C3%A4me%25.txt\""},
      {"sarif", "\"rectangles\":[{\"top\":20,\"left\":10,\"bottom\":60,\"right\":40}]"},
      {"rdjsonl", "\"start\":{\"line\":2,\"column\":14},\"end\":{\"line\":2,\"column\":17}"},
      {"github", "::error file=a b/näme%25.txt,line=2,col=9,endColumn=12,title=emend misread-word::'tbe'"},
      {"checkstyle", "line=\"2\" column=\"9\""},
  };
  for (const auto& c : cases) {
    const std::string out = told(c.format);
    EXPECT_NE(out.find(c.expected), std::string::npos) << c.format << ":\n" << out;
  }
}

TEST(Format, GithubShowsTenOfAKindAndSaysWhatWasCut) {
  FileReport report = sample_report();
  report.findings.assign(25, report.findings.front());
  const std::string out = told("github", {report});
  std::size_t errors = 0;
  for (std::size_t at = out.find("::error"); at != std::string::npos; at = out.find("::error", at + 1)) ++errors;
  EXPECT_EQ(errors, 10u);
  EXPECT_NE(out.find("15 more findings are not shown"), std::string::npos) << out;
}

TEST(Format, SarifStopsWhereCodeScanningDoes) {
  FileReport report = sample_report();
  report.findings.assign(25'010, report.findings.front());
  const auto json = parse_json(told("sarif", {report}), "sarif");
  ASSERT_TRUE(json) << json.error().what;
  EXPECT_EQ((*json)["runs"][0]["results"].size(), 25'000u);
  EXPECT_NE(to_line((*json)["runs"][0]["invocations"]).find("10 more findings were left out"), std::string::npos);
}

TEST(Format, GitlabFingerprintsAreUnique) {
  FileReport report = sample_report();
  report.findings.assign(3, report.findings.front());
  const auto json = parse_json(told("gitlab", {report}), "gitlab");
  ASSERT_TRUE(json);
  EXPECT_NE((*json)[0]["fingerprint"], (*json)[1]["fingerprint"]);
  for (const Json& issue : *json) {
    EXPECT_TRUE(issue["description"].is_string());
    EXPECT_TRUE(issue["location"]["lines"]["begin"].is_number());
    EXPECT_FALSE(issue["location"]["path"].get<std::string>().starts_with("/"));
  }
}

TEST(Format, JsonIsTheArrayOfItsLines) {
  const auto json = parse_json(told("json"), "json");
  ASSERT_TRUE(json);
  std::string lines;
  for (const Json& finding : *json) lines += to_line(finding) + "\n";
  EXPECT_EQ(lines, told("jsonl"));
  EXPECT_EQ(told("json", {}), "[]\n");
}

TEST(Format, FindingsFitTheirPublishedSchema) {
  const fs::path schema = fs::path(EMEND_SOURCE_DIR) / "docs" / "formats" / "findings.schema.json";
  EXPECT_EQ(validate_json(schema, told("jsonl")), 0);
  EXPECT_EQ(validate_json(schema, "{\"file\":\"a\"}\n"), 10) << "the validator lets everything pass";
}

TEST(Format, SarifFitsTheSchemaOfOasis) {
  const fs::path schema = schemas() / "sarif-2.1.0.json";
  if (schemas().empty() || !fs::exists(schema)) GTEST_SKIP() << "set EMEND_SCHEMAS to the folder of the schemas";
  std::string line = told("sarif");
  std::erase(line, '\n');
  EXPECT_EQ(validate_json(schema, line + "\n"), 0);
}

TEST(Format, RdjsonlFitsTheSchemaOfReviewdog) {
  const fs::path schema = schemas() / "rdf" / "Diagnostic.json";
  if (schemas().empty() || !fs::exists(schema)) GTEST_SKIP() << "set EMEND_SCHEMAS to the folder of the schemas";
  EXPECT_EQ(validate_json(schema, told("rdjsonl")), 0);
}

TEST(Format, JunitFitsTheSchemaOfAnt) {
  const fs::path schema = schemas() / "junit.xsd";
  if (schemas().empty() || !fs::exists(schema)) GTEST_SKIP() << "set EMEND_SCHEMAS to the folder of the schemas";
  FileReport failed;
  failed.name = "gone.txt";
  failed.has_failed = true;
  failed.problems.push_back({Severity::kFailure, {ErrorKind::kMissing, "", "there is no such file", ""}, 0});
  const TemporaryFolder folder;
  const auto file = folder.write("junit.xml", told("junit", {sample_report(), failed}));
  EXPECT_EQ(status_of("xmllint --noout --schema '" + schema.string() + "' '" + file.string() + "'"), 0);
}

// Nobody publishes a schema of these two: ours are written after what their makers say of the formats.
const fs::path kOwnSchemas = fs::path(EMEND_SOURCE_DIR) / "tests" / "check" / "schemas";

TEST(Format, CheckstyleFitsWhatCheckstyleWrites) {
  const TemporaryFolder folder;
  const auto validated = [&](const std::string& xml) {
    const auto file = folder.write("checkstyle.xml", xml);
    return status_of("xmllint --noout --schema '" + (kOwnSchemas / "checkstyle.xsd").string() + "' '" + file.string() +
                     "'");
  };
  EXPECT_EQ(validated(told("checkstyle")), 0);
  EXPECT_EQ(validated(told("checkstyle", {})), 0);
  EXPECT_NE(validated("<checkstyle version=\"8.0\"><file name=\"a\"><error line=\"0\"/></file></checkstyle>"), 0)
      << "the validator lets everything pass";
}

TEST(Format, GitlabFitsWhatGitlabDocuments) {
  const auto as_line = [](std::string json) {
    std::erase(json, '\n');
    return json + "\n";
  };
  const fs::path schema = kOwnSchemas / "gitlab-code-quality.schema.json";
  EXPECT_EQ(validate_json(schema, as_line(told("gitlab"))), 0);
  EXPECT_EQ(validate_json(schema, as_line(told("gitlab", {}))), 0);
  EXPECT_EQ(validate_json(schema, "[{\"description\":\"a\"}]\n"), 10) << "the validator lets everything pass";
}

}  // namespace
}  // namespace emend::check
