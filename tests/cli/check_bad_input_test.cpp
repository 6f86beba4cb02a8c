// What goes wrong while a corpus is checked is named, counted and told in every format, and the other files are still
// checked.
#include <sys/stat.h>

#include <filesystem>

#include <gtest/gtest.h>

#include "base/json.h"
#include "support/run_emend.h"
#include "support/temporary_folder.h"
#include "text/utf8.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

const std::string kFault = "The 8 — hour day.\n";
const std::string kRule = "spaced-hyphen-in-compound";

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Finished check(const TemporaryFolder& folder, std::vector<std::string> arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"check", "--no-cache"});
  return run_emend(arguments, input, folder.path());
}

std::vector<std::string> all_formats() {
  return {"text", "concise", "json", "jsonl", "sarif", "rdjsonl", "github", "gitlab", "junit", "checkstyle"};
}

// Two links that lead to each other, one that leads nowhere, one that leads up, a pipe, two files that are no XML.
void write_bad_files(const TemporaryFolder& folder) {
  fs::create_symlink("loop2", folder / "loop1");
  fs::create_symlink("loop1", folder / "loop2");
  fs::create_symlink("nowhere", folder / "dangling.txt");
  fs::create_directory(folder / "in");
  fs::create_directory_symlink("..", folder / "in/up");
  ASSERT_EQ(::mkfifo((folder / "pipe.txt").c_str(), 0600), 0);
  folder.write("broken.hocr", "<html><body><div class=\"ocr_page\"><span class=");
  folder.write("broken.xml",
               "<?xml version=\"1.0\"?><alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"><Layout>");
}

TEST(CheckBadInput, IsNamedAndCountedAndTheOthersAreChecked) {
  const TemporaryFolder folder;
  write_bad_files(folder);
  folder.write("in/a.txt", kFault);
  const Finished finished = check(folder, {"--format", "concise", "."});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_TRUE(has(finished.out, "in/a.txt:1:6: " + kRule)) << finished.out;
  for (const char* name : {"loop1", "loop2", "dangling.txt", "broken.hocr", "broken.xml"})
    EXPECT_TRUE(has(finished.err, std::string("failed: ") + name)) << finished.err;
  EXPECT_TRUE(has(finished.err, "1 file checked, 1 finding, 1 proposed, 0 applied, 0 ignored, 5 failed"))
      << finished.err;
}

TEST(CheckBadInput, IsToldToMachines) {
  const TemporaryFolder folder;
  write_bad_files(folder);
  const auto sarif = parse_json(check(folder, {"--format", "sarif", "."}).out, "sarif");
  ASSERT_TRUE(sarif);
  const Json& invocation = (*sarif)["runs"][0]["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(invocation["toolExecutionNotifications"].size(), 5u);
  const std::string junit = check(folder, {"--format", "junit", "."}).out;
  EXPECT_TRUE(has(junit, "<testcase name=\"dangling.txt\"")) << junit;
}

TEST(CheckBadInput, NamesOfAnyBytesAreToldInUtf8) {
  const TemporaryFolder folder;
  folder.write("new\nline.txt", kFault);
  folder.write("\xff\xfe.txt", kFault);
  folder.write("sp ace;$(x),%:'\"<&>.txt", kFault);
  for (const std::string& format : all_formats()) {
    const Finished finished = check(folder, {"--format", format, "."});
    EXPECT_EQ(finished.exit_code, 1) << format;
    EXPECT_TRUE(text::is_valid_utf8(finished.out)) << format;
    EXPECT_TRUE(has(finished.err, "3 files checked, 3 findings")) << format << finished.err;
  }
}

TEST(CheckBadInput, AnUnwritableReportIsSaid) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  const Finished finished = check(folder, {"--output-file", "gone/report.json", "--format", "json", "a.txt"});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_TRUE(has(finished.err, "gone/report.json")) << finished.err;
  EXPECT_TRUE(has(finished.err, "1 file checked")) << finished.err;
}

// Without its baseline a run cannot know what is new: it says so, and tells everything; but it repairs nothing.
TEST(CheckBadInput, ABrokenBaselineCostsOnlyItself) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", kFault);
  for (const char* broken : {"", "{", "{}", "[]", "{\"version\":99,\"entries\":[]}", "\xff",
                             "{\"version\":1,\"entries\":[{\"file\":\"/a\",\"rule\":\"x\",\"key\":\"y\"}]}"}) {
    folder.write("base.json", broken);
    const Finished finished = check(folder, {"--baseline", "base.json", "--format", "concise", "a.txt"});
    EXPECT_EQ(finished.exit_code, 2) << broken;
    EXPECT_TRUE(has(finished.err, "base.json")) << finished.err;
    EXPECT_TRUE(has(finished.out, "a.txt:1:6: " + kRule)) << finished.out;
    EXPECT_EQ(check(folder, {"--baseline", "base.json", "--fix", "a.txt"}).exit_code, 2);
    EXPECT_EQ(check(folder, {"--baseline", "base.json", "--write-baseline", "a.txt"}).exit_code, 2);
    EXPECT_EQ(bytes_of(folder / "base.json"), broken);
  }
  EXPECT_EQ(bytes_of(file), kFault);
}

TEST(CheckBadInput, EveryBrokenConfigNamesItsLineAndWhatToTry) {
  const struct {
    const char* config;
    const char* told;
  } cases[] = {
      {"[rules]\nignor = []\n", "emend.toml:2: 'ignor' is not a key of [rules]; did you mean 'ignore'?"},
      {"\n[rules]\nignore = [\"spaced-hypen\"]\n", "emend.toml:3: 'spaced-hypen' is not a rule; did you mean 'spaced-"},
      {"format = \"json\"\n", "emend.toml:1: 'format' is not a key; it belongs to [check]"},
      {"[chek]\nx = 1\n", "'chek' is not a key; did you mean 'check'?"},
      {"lang = 3\n", "emend.toml:1: lang is not a text in quotes"},
      {"[thresholds]\nquality-ratio = nan\n", "emend.toml:2: thresholds.quality-ratio is not a number from 1 to 1000"},
      {"[check]\njobs = 0.5\n", "emend.toml:2: check.jobs is not a whole number from 0 to 1024"},
      {"lang = \n", "emend.toml:1: is not valid TOML"},
      {"\xff\xfe", "is not in UTF-8"},
      {"[words]\nbad = [\"x\"]\n", "emend.toml:2: words.bad is not a table"},
      {"[words]\nlists = [\"gone.txt\"]\n", "gone.txt: there is no such file"},
      {"[check]\nformat = \"yaml\"\n", "yaml: is not a format"},
      {"lang = \"xxx\"\n", "xxx: no dictionary is known for this language"},
  };
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  for (const auto& c : cases) {
    folder.write("emend.toml", c.config);
    const Finished finished = check(folder, {"a.txt"});
    EXPECT_EQ(finished.exit_code, 2) << c.config;
    EXPECT_TRUE(has(finished.err, c.told)) << c.config << finished.err;
  }
}

}  // namespace
}  // namespace emend::testing
