#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include <gtest/gtest.h>

#include "support/noisy_prose.h"
#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

const std::string kFault = "The 8 — hour day.\n";

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Finished check(const TemporaryFolder& folder, std::vector<std::string> arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"check", "--no-cache"});
  return run_emend(arguments, input, folder.path());
}

TEST(Check, AFindingIsFileLineColumn) {
  const TemporaryFolder folder;
  folder.write("corpus/a.txt", "Clean line.\nnaïve: the 8 — hour day.\n");
  folder.write("corpus/b.txt", "Nothing here.\n");
  const Finished finished = check(folder, {"corpus"});
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_TRUE(has(finished.out, "corpus/a.txt:2:13: spaced-hyphen-in-compound")) << finished.out;
  EXPECT_TRUE(has(finished.out, "    |             ^^^ - (safe fix")) << finished.out;
  EXPECT_TRUE(has(finished.err, "2 files checked, 1 finding, 1 proposed, 0 applied, 0 ignored")) << finished.err;
}

TEST(Check, NothingFoundIsExitCode0AndSaysWhatWasChecked) {
  const TemporaryFolder folder;
  folder.write("a.txt", "All is well here.\n");
  const Finished finished = check(folder, {"a.txt"});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_EQ(finished.out, "");
  EXPECT_TRUE(has(finished.err, "1 file checked, 0 findings")) << finished.err;
}

TEST(Check, ExitZeroIsForReportsOnly) {
  const TemporaryFolder folder;
  EXPECT_EQ(check(folder, {"--exit-zero", "-"}, kFault).exit_code, 0);
}

TEST(Check, JsonFindingsNameTheirFile) {
  const TemporaryFolder folder;
  EXPECT_EQ(check(folder, {"--format", "jsonl", "-"}, kFault).out.rfind("{\"file\":\"-\"", 0), 0u);
  EXPECT_EQ(check(folder, {"--format", "json", "-"}, kFault).out.rfind("[\n{\"file\":\"-\"", 0), 0u);
}

TEST(Check, AnEscapeSequenceInTheTextStaysOffTheTerminal) {
  const TemporaryFolder folder;
  const Finished finished = check(folder, {"-"}, "The \x1b[31m8 — hour day\x1b[0m.\n");
  EXPECT_EQ(finished.out.find('\x1b'), std::string::npos);
}

TEST(Check, ChangesNothing) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", kFault);
  check(folder, {"."});
  check(folder, {"--fix", "--diff", "."});
  EXPECT_EQ(bytes_of(file), kFault);
  EXPECT_EQ(folder.names().size(), 1u);
}

TEST(Check, FixKeepsModeLineEndsAndMarkAndASecondRunFindsNothing) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "\xEF\xBB\xBFThe 8 — hour day.\r\nThe 9 — hour day.\r\n");
  folder.write("real/b.txt", kFault);
  fs::create_symlink("real/b.txt", folder / "b.txt");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::owner_exec);
  const Finished fixed = check(folder, {"--fix", "."});
  EXPECT_EQ(fixed.exit_code, 0) << fixed.out << fixed.err;
  EXPECT_TRUE(has(fixed.err, "0 findings, 0 proposed, 3 applied")) << fixed.err;
  EXPECT_EQ(bytes_of(file), "\xEF\xBB\xBFThe 8-hour day.\r\nThe 9-hour day.\r\n");
  EXPECT_EQ(fs::status(file).permissions() & fs::perms::owner_exec, fs::perms::owner_exec);
  EXPECT_TRUE(fs::is_symlink(folder / "b.txt"));
  EXPECT_EQ(bytes_of(folder / "real/b.txt"), "The 8-hour day.\n");
  EXPECT_EQ(check(folder, {"."}).exit_code, 0);
}

TEST(Check, DiffIsWhatFixWouldDo) {
  const TemporaryFolder folder;
  folder.write("a.txt", "One.\n" + kFault);
  const Finished finished = check(folder, {"--diff", "a.txt"});
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_EQ(finished.out, "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n One.\n-The 8 — hour day.\n+The 8-hour day.\n");
}

TEST(Check, AFileInAnOldEncodingKeepsIt) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "a.txt", std::string("\xFF\xFE", 2) + std::string("8\0 \0\x14\x20 \0h\0o\0u\0r\0 \0d\0a\0y\0\n\0", 26));
  const Finished finished = check(folder, {"--fix", "a.txt"});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(bytes_of(file), std::string("\xFF\xFE", 2) + std::string("8\0-\0h\0o\0u\0r\0 \0d\0a\0y\0\n\0", 22));
}

TEST(Check, OnlyNewFindingsTurnARunWithABaselineRed) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kFault);
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "in"}).exit_code, 2) << "a missing baseline is no empty one";
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "--write-baseline", "in"}).exit_code, 0);
  EXPECT_TRUE(has(bytes_of(folder / "base.json"), "{\"file\":\"in/a.txt\",\"rule\":\"spaced-hyphen-in-compound\""));
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "in"}).exit_code, 0);
  folder.write("in/a.txt", "A new line.\n" + kFault);
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "in"}).exit_code, 0) << "lines may move";
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "--fix", "in"}).exit_code, 0);
  EXPECT_EQ(bytes_of(folder / "in/a.txt"), "A new line.\n" + kFault) << "what is known is not repaired";
  folder.write("in/b.txt", kFault);
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "in"}).exit_code, 1);
  folder.write("in/a.txt", "All is well.\n");
  fs::remove(folder / "in/b.txt");
  const Finished stale = check(folder, {"--baseline", "base.json", "in"});
  EXPECT_EQ(stale.exit_code, 0);
  EXPECT_TRUE(has(stale.err, "1 entry that nothing fits any more")) << stale.err;
  EXPECT_EQ(check(folder, {"--baseline", "base.json", "--prune-baseline", "in"}).exit_code, 0);
  EXPECT_FALSE(has(bytes_of(folder / "base.json"), "a.txt"));
}

TEST(Check, WhatIsKnownIsStillCountedWhereTheRestOfAFileIsRepaired) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  ASSERT_EQ(check(folder, {"--baseline", "base.json", "--write-baseline", "a.txt"}).exit_code, 0);
  folder.write("a.txt", kFault + "It was a 9 — hour week.\n");
  const Finished fixed = check(folder, {"--baseline", "base.json", "--fix", "a.txt"});
  EXPECT_EQ(bytes_of(folder / "a.txt"), kFault + "It was a 9-hour week.\n");
  EXPECT_TRUE(has(fixed.err, "0 findings, 0 proposed, 1 applied, 1 ignored")) << fixed.err;
  EXPECT_FALSE(has(fixed.err, "nothing fits")) << fixed.err;
}

TEST(Check, APartOfTheFindingsNeitherWritesNorPrunesABaseline) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  ASSERT_EQ(check(folder, {"--baseline", "base.json", "--write-baseline", "."}).exit_code, 0);
  const std::string before = bytes_of(folder / "base.json");
  for (const std::string flag : {"--prune-baseline", "--write-baseline"})
    EXPECT_EQ(check(folder, {"--baseline", "base.json", flag, "--select", "mojibake", "."}).exit_code, 2) << flag;
  EXPECT_EQ(bytes_of(folder / "base.json"), before);
  EXPECT_FALSE(has(check(folder, {"--baseline", "base.json", "--select", "mojibake", "."}).err, "nothing fits"));
}

TEST(Check, PruningTellsWhatIsNewAndABaselineThatIsWrittenKnowsAll) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  folder.write("gone.txt", kFault);
  const Finished written = check(folder, {"--baseline", "base.json", "--write-baseline", "--format", "json", "."});
  EXPECT_EQ(written.exit_code, 0);
  EXPECT_EQ(written.out, "[]\n") << "a report that was asked for is a whole one";
  fs::remove(folder / "gone.txt");
  EXPECT_TRUE(has(check(folder, {"--baseline", "base.json", "."}).err, "1 entry that nothing fits any more"));
  folder.write("b.txt", kFault);
  const Finished pruned = check(folder, {"--baseline", "base.json", "--prune-baseline", "--format", "concise", "."});
  EXPECT_EQ(pruned.exit_code, 1);
  EXPECT_TRUE(has(pruned.out, "b.txt:1:6")) << pruned.out;
  EXPECT_FALSE(has(bytes_of(folder / "base.json"), "gone.txt"));
  EXPECT_FALSE(has(bytes_of(folder / "base.json"), "b.txt"));
}

TEST(Check, TheNearestConfigHoldsAndTheCommandLineGoesOverIt) {
  const TemporaryFolder folder;
  folder.write("emend.toml", "[rules]\nignore = [\"spaced-hyphen-in-compound\"]\n");
  folder.write("a.txt", kFault);
  folder.write("in/.emend.toml", "[per-file-ignores]\n\"old/*\" = [\"spaced-hyphen-in-compound\"]\n");
  folder.write("in/b.txt", kFault);
  folder.write("in/old/c.txt", kFault);
  const Finished finished = check(folder, {"--format", "concise", "."});
  EXPECT_TRUE(has(finished.out, "in/b.txt:1:6")) << finished.out;
  EXPECT_FALSE(has(finished.out, "a.txt"));
  EXPECT_FALSE(has(finished.out, "c.txt"));
  EXPECT_TRUE(has(finished.err, "1 ignored")) << finished.err;
  EXPECT_EQ(check(folder, {"--isolated", "a.txt"}).exit_code, 1);
  EXPECT_EQ(check(folder, {"--ignore", "misread-word", "a.txt"}).exit_code, 1) << "--ignore goes over the file";
  const Finished dumped = check(folder, {"--dump-config"});
  EXPECT_TRUE(has(dumped.out, "ignore = [\"spaced-hyphen-in-compound\"]")) << dumped.out;
}

TEST(Check, ABrokenConfigIsNamedAndOtherFilesAreStillChecked) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  folder.write("in/emend.toml", "excludes = 1\n");
  folder.write("in/b.txt", kFault);
  const Finished finished = check(folder, {"--format", "concise", "."});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_TRUE(has(finished.out, "a.txt:1:6")) << finished.out;
  EXPECT_TRUE(has(finished.err, "in/emend.toml:1: 'excludes' is not a key")) << finished.err;
  EXPECT_TRUE(has(finished.err, "1 file checked, 1 finding, 1 proposed, 0 applied, 0 ignored, 1 failed"))
      << finished.err;
}

TEST(Check, WordListsSayWhatIsWrong) {
  const TemporaryFolder folder;
  folder.write("emend.toml", "[words]\nbad = {Kasan = \"Kazan\"}\n");
  folder.write("emend-words.txt", "!Ufa\n");
  folder.write("a.txt", "They went to Kasan and Ufa.\n");
  const Finished finished = check(folder, {"--format", "concise", "."});
  EXPECT_TRUE(has(finished.out, "a.txt:1:14: listed-word 'Kasan' -> 'Kazan'")) << finished.out;
  EXPECT_TRUE(has(finished.out, "a.txt:1:24: listed-word 'Ufa'")) << finished.out;
  EXPECT_EQ(check(folder, {"--select", "mojibake", "."}).exit_code, 0);
}

TEST(Check, DecisionsOfPeopleHold) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  const std::string finding = check(folder, {"--format", "jsonl", "a.txt"}).out;
  const std::string key = finding.substr(finding.find("\"id\":\"") + 6, 16);
  folder.write("d.jsonl",
               "{\"key\":\"" + key + "\",\"verdict\":\"rejected\",\"by\":\"Ann\",\"when\":\"2026-01-01T00:00:00Z\"}\n");
  const Finished finished = check(folder, {"--decisions", "d.jsonl", "a.txt"});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_TRUE(has(finished.err, "1 ignored"));
}

TEST(Check, AnAcceptedReplacementIsAFix) {
  const TemporaryFolder folder;
  folder.write("emend-words.txt", "!Kasan\n");
  folder.write("a.txt", "We went to Kasan in the spring of that year.\n");
  const std::string finding = check(folder, {"--format", "jsonl", "a.txt"}).out;
  ASSERT_TRUE(has(finding, "listed-word")) << finding;
  const std::string key = finding.substr(finding.find("\"id\":\"") + 6, 16);
  folder.write("d.jsonl", "{\"key\":\"" + key +
                              "\",\"verdict\":\"accepted\",\"replacement\":\"Kazan\",\"by\":\"Ann\",\"when\":"
                              "\"2026-01-01T00:00:00Z\"}\n");
  check(folder, {"--decisions", "d.jsonl", "--fix", "a.txt"});
  EXPECT_EQ(bytes_of(folder / "a.txt"), "We went to Kazan in the spring of that year.\n");
}

TEST(Check, AMisspeltRuleOfTheCorpusGetsASuggestion) {
  const TemporaryFolder folder;
  folder.write("a.txt", "All is well.\n");
  EXPECT_TRUE(has(check(folder, {"--select", "mojibak", "."}).err, "did you mean mojibake?"));
}

TEST(Check, AMisspeltRuleIsToldWhereNoFileIsFound) {
  const TemporaryFolder folder;
  for (const std::string flag : {"--select", "--ignore"}) {
    const Finished finished = check(folder, {flag, "mojibak", "."});
    EXPECT_EQ(finished.exit_code, 2) << flag;
    EXPECT_TRUE(has(finished.err, "mojibak: is not a rule")) << finished.err;
  }
}

TEST(Check, MarksInCommentsAreKept) {
  const TemporaryFolder folder;
  folder.write("a.md", "The 8 — hour day. <!-- emend: ignore -->\n<!-- emend: ignore[misread-wrod] -->\n");
  const Finished finished = check(folder, {"a.md"});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_TRUE(has(finished.err, "'misread-wrod', which is not a rule")) << finished.err;
}

TEST(Check, AMarkInALayoutThatNamesNoRuleIsTold) {
  const TemporaryFolder folder;
  folder.write("p.hocr",
               "<html><body><div class='ocr_page' title='bbox 0 0 900 900'>\n<!-- emend: ignore[misread-wrod] -->\n"
               "<span class='ocr_line'><span class='ocrx_word' title='bbox 1 2 11 12; x_wconf 96'>The</span></span>\n"
               "</div></body></html>\n");
  const Finished finished = check(folder, {"p.hocr"});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_TRUE(has(finished.err, "line 2: a mark names 'misread-wrod', which is not a rule")) << finished.err;
}

TEST(Check, MarksHoldForFindingsOfTheCorpusToo) {
  const TemporaryFolder folder;
  for (int i = 0; i < 19; ++i)
    folder.write("in/" + std::to_string(i) + ".md", "It was “so” he said, and “then” he went to town.\n");
  folder.write("in/a.md", "It was \"so\" he said, and \"then\" he went. <!-- emend: ignore[changed-convention] -->\n");
  const Finished finished = check(folder, {"--format", "concise", "in"});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_TRUE(has(finished.err, "1 ignored")) << finished.err;
  folder.write("in/a.md", "It was \"so\" he said, and \"then\" he went.\n");
  EXPECT_TRUE(has(check(folder, {"--format", "concise", "in"}).out, "in/a.md:1:8: changed-convention"));
}

TEST(Check, FileListsAndWhatIsNotThere) {
  const TemporaryFolder folder;
  folder.write("odd\nname.txt", kFault);
  const Finished listed =
      check(folder, {"--format", "concise", "--file-list", "-"}, std::string("odd\nname.txt\0", 13));
  EXPECT_EQ(listed.exit_code, 1) << listed.err;
  EXPECT_TRUE(has(listed.out, "odd\\nname.txt:1:6")) << listed.out;
  EXPECT_EQ(check(folder, {"--file-list", "-"}).exit_code, 0);
  const Finished missing = check(folder, {"odd\nname.txt", "gone.txt"});
  EXPECT_EQ(missing.exit_code, 3);
  EXPECT_TRUE(has(missing.err, "gone.txt"));
  EXPECT_TRUE(has(missing.err, "1 file checked"));
  EXPECT_EQ(check(folder, {}).exit_code, 2);
}

TEST(Check, LayoutsAreCheckedAndRepairedInPlace) {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 12; ++i)
    lines +=
        "<span class='ocr_line'><span class='ocrx_word' title='bbox 1 2 11 12; x_wconf 96'>The</span> "
        "<span class='ocrx_word' title='bbox 20 2 90 12; x_wconf 40'>cornmittee</span> "
        "<span class='ocrx_word' title='bbox 100 2 120 12; x_wconf 96'>met.</span></span>\n";
  const std::string page = "<html><body><div class='ocr_page' title='image \"s.png\"; bbox 0 0 900 900'>\n" + lines +
                           "</div></body></html>\n";
  const auto file = folder.write("p.hocr", page);
  const Finished finished = check(folder, {"--format", "jsonl", "p.hocr"});
  EXPECT_EQ(finished.exit_code, 1) << finished.err;
  EXPECT_TRUE(has(finished.out, "\"line\":2,")) << finished.out;
  EXPECT_TRUE(has(finished.out, "\"page\":1,\"box\":[20,2,70,10],\"image\":\"s.png\"")) << finished.out;
  EXPECT_EQ(check(folder, {"--fix", "--unsafe-fixes", "p.hocr"}).exit_code, 0);
  std::string expected = page;
  for (std::size_t at = expected.find("cornm"); at != std::string::npos; at = expected.find("cornm"))
    expected.replace(at, 5, "comm");
  EXPECT_EQ(bytes_of(file), expected);
}

TEST(Check, AnUnreadableFileIsNamedAndTheOthersAreChecked) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  folder.write("a.txt", kFault);
  fs::permissions(folder.write("b.txt", kFault), fs::perms::none);
  EXPECT_EQ(check(folder, {"."}).exit_code, 3);
}

TEST(Check, TheCacheTellsTheSame) {
  const TemporaryFolder folder;
  for (int i = 0; i < 4; ++i)
    folder.write("in/" + std::to_string(i) + ".txt", support::noisy_prose(static_cast<std::uint32_t>(i), 0.03));
  const auto run = [&](std::vector<std::string> more) {
    more.insert(more.begin(),
                {"check", "--cache-dir", (folder / "cache").string(), "--format", "jsonl", "--statistics", "in"});
    return run_emend(more, "", folder.path());
  };
  const Finished cold = run({});
  const Finished warm = run({});
  EXPECT_FALSE(cold.out.empty());
  EXPECT_EQ(warm.out, cold.out);
  EXPECT_TRUE(has(cold.err, "0 files from the cache")) << cold.err;
  EXPECT_TRUE(has(warm.err, "4 files from the cache")) << warm.err;
  folder.write("in/2.txt", "Quite another text.\n");
  EXPECT_TRUE(has(run({}).err, "3 files from the cache"));
  EXPECT_TRUE(has(run({"--ignore", "lost-mark"}).err, "0 files from the cache"));
  folder.write("cache/check.cache", "emend check cache 1\n0123456789abcdef0123456789abcdef\tdamaged\n\xff\xff");
  EXPECT_TRUE(has(run({}).err, "0 files from the cache"));
}

TEST(Check, TheOutputIsTheSameForAnyNumberOfThreads) {
  const TemporaryFolder folder;
  for (int i = 0; i < 6; ++i)
    folder.write("in/" + std::to_string(i) + ".txt", support::noisy_prose(static_cast<std::uint32_t>(i), 0.02 * i));
  const Finished one = check(folder, {"-j", "1", "--format", "sarif", "in"});
  const Finished four = check(folder, {"-j", "4", "--format", "sarif", "in"});
  EXPECT_EQ(one.out, four.out);
  EXPECT_EQ(one.err, four.err);
}

// A file that is read in parts tells its findings where they stand in the whole.
TEST(Check, ALongFileIsOneFile) {
  const TemporaryFolder folder;
  std::string text;
  while (text.size() < (std::size_t{5} << 20)) text += "It was so, and all of it was well.\n\n";
  const std::size_t lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  text += kFault;
  const auto file = folder.write("a.txt", text);
  const Finished finished = check(folder, {"--format", "jsonl", "--select", "spaced-hyphen-in-compound", "a.txt"});
  EXPECT_TRUE(has(finished.out, "\"line\":" + std::to_string(lines + 1) + ",\"column\":6"))
      << finished.out.substr(0, 500);
  EXPECT_TRUE(has(finished.out, "\"span\":[" + std::to_string(text.size() - kFault.size() + 5))) << finished.out;
}

}  // namespace
}  // namespace emend::testing
