#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

constexpr const char* kFaulty = "| asked comrades about the mill. The 8 — hour day was introduced there.\n";
constexpr const char* kClean = "I asked comrades about the mill. The 8-hour day was introduced there.\n";

TEST(Fix, StandardInputToStandardOutput) {
  const Finished finished = run_emend({"fix"}, kFaulty);
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(finished.out, kClean);
}

TEST(Fix, ACleanTextComesOutAsItWentIn) {
  const Finished finished = run_emend({"fix", "-"}, kClean);
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.out, kClean);
  EXPECT_EQ(finished.err, "");
}

TEST(Fix, TellsMarksThatHaveNoNotes) {
  const char* marks = "The price rose.[1] The works were closed.[2] The end came in June.[3]\n";
  const Finished none = run_emend({"fix", "-v"}, marks);
  EXPECT_NE(none.err.find("there are 3 footnote marks and no notes"), std::string::npos) << none.err;
  const Finished one = run_emend({"fix", "-v"}, marks + std::string("\n[1] Works, p. 7.\n\n[3] The same, p. 9.\n"));
  EXPECT_NE(one.err.find("the footnote mark [2] has no note"), std::string::npos) << one.err;
  EXPECT_EQ(one.err.find("no notes"), std::string::npos) << one.err;
}

TEST(Fix, ADiffIsShownWithExitCode1) {
  const Finished finished = run_emend({"fix", "--diff"}, kFaulty);
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_NE(finished.out.find("-| asked"), std::string::npos) << finished.out;
  EXPECT_NE(finished.out.find("+I asked"), std::string::npos) << finished.out;
  EXPECT_EQ(run_emend({"fix", "--diff"}, kClean).exit_code, 0);
}

TEST(Fix, WriteReplacesTheFileAndKeepsItsMode) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", kFaulty);
  std::filesystem::permissions(file, std::filesystem::perms(0640));
  const Finished finished = run_emend({"fix", "--write", file.string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(finished.out, "");
  EXPECT_EQ(bytes_of(file), kClean);
  EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0640));
}

TEST(Fix, WriteKeepsTheByteOrderMarkAndCarriageReturns) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "\xEF\xBB\xBFThe 8 — hour day.\r\nIt stands.\r\n");
  EXPECT_EQ(run_emend({"fix", "-w", file.string()}).exit_code, 0);
  EXPECT_EQ(bytes_of(file), "\xEF\xBB\xBFThe 8-hour day.\r\nIt stands.\r\n");
}

TEST(Fix, WriteLeavesAFileInAnotherEncodingAlone) {
  const TemporaryFolder folder;
  const std::string old = "The 8 \x97 hour day was \x93introduced\x94 in the caf\xE9 of the mill.\n";
  const auto file = folder.write("a.txt", old);
  const Finished finished = run_emend({"fix", "-w", file.string()});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("windows-1252"), std::string::npos) << finished.err;
  EXPECT_EQ(bytes_of(file), old);
  EXPECT_EQ(run_emend({"fix", file.string()}).out, "The 8-hour day was “introduced” in the café of the mill.\n");
}

TEST(Fix, ChangesAndReportAreWritten) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", kFaulty);
  const Finished finished = run_emend(
      {"fix", "--changes", (folder / "c.jsonl").string(), "--report", (folder / "r.html").string(), file.string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(bytes_of(folder / "c.jsonl").find("spaced-hyphen-in-compound"), std::string::npos);
  EXPECT_NE(bytes_of(folder / "r.html").find("<html"), std::string::npos);
}

TEST(Fix, ATextIsNoFileForChanges) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", kFaulty);
  for (const std::string flag : {"--changes", "--report"}) {
    const Finished finished = run_emend({"fix", flag, file.string(), file.string()});
    EXPECT_EQ(finished.exit_code, 2) << flag;
    EXPECT_NE(finished.err.find("a.txt"), std::string::npos) << finished.err;
    EXPECT_EQ(bytes_of(file), kFaulty) << flag;
  }
  const auto changes = (folder / "c.jsonl").string();
  for (int run = 0; run < 2; ++run)
    EXPECT_EQ(run_emend({"fix", "--changes", changes, file.string()}).exit_code, 0) << "its own file is replaced";
}

TEST(Fix, BadInputIsNamedAndTheOthersAreDone) {
  const TemporaryFolder folder;
  const auto good = folder.write("good.txt", kFaulty);
  const auto binary = folder.write("bad.txt", std::string("\0\1\2\3\4\5\6\7", 8));
  const Finished finished = run_emend({"fix", "-w", (folder / "missing.txt").string(), binary.string(), good.string()});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("missing.txt"), std::string::npos);
  EXPECT_NE(finished.err.find("bad.txt"), std::string::npos);
  EXPECT_EQ(bytes_of(good), kClean);
}

TEST(Fix, AFlagTakesOneValueAndLeavesTheFiles) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", kFaulty);
  const auto words = folder.write("words.txt", "granary\n");
  const Finished finished = run_emend({"fix", "--words", words.string(), "--select", "bar-for-pronoun-i,stray-bar",
                                       "--ignore", "stray-bar", file.string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(finished.out.find("I asked"), std::string::npos) << finished.out;
  EXPECT_NE(finished.out.find("8 — hour"), std::string::npos) << finished.out;
}

TEST(Fix, AWordListOfTheProjectIsFound) {
  const TemporaryFolder folder;
  const auto file = folder.write("minutes/a.txt", kFaulty);
  folder.write("emend-words.txt", "! nothing after the mark\n!\n");
  const Finished broken = run_emend({"fix", file.string()});
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_NE(broken.err.find("emend-words.txt"), std::string::npos) << broken.err;
  EXPECT_EQ(run_emend({"fix", "--isolated", file.string()}).exit_code, 0);
}

TEST(Fix, WhatARunCannotBeginWithoutIsExitCode2) {
  const TemporaryFolder folder;
  folder.write("models/english.lm", "not a model");
  const auto words = folder.write("words.txt", "\xFF\n");
  const std::vector<std::string> cases[] = {
      {"--models-dir", (folder / "models").string()},
      {"--models-dir", (folder / "missing").string()},
      {"--words", words.string()},
      {"--words", (folder / "missing.txt").string()},
      {"-l", ""},
      {"-l", "eng+"},
  };
  for (const auto& flags : cases) {
    std::vector<std::string> arguments = {"fix"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const Finished finished = run_emend(arguments, kFaulty);
    EXPECT_EQ(finished.exit_code, 2) << flags[0] << " " << flags[1] << finished.err;
    EXPECT_EQ(finished.out, "");
  }
}

TEST(Fix, AMissingDictionaryIsExitCode2) {
  const Finished finished = run_emend({"fix", "-l", "tlh"}, kFaulty);
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_NE(finished.err.find("tlh"), std::string::npos) << finished.err;
}

// hOCR with a line of words, each with a box.
std::string hocr_of(const std::vector<std::string>& words) {
  std::string page = "<html>\n<body class='x'><div class='ocr_page' title='bbox 0 0 900 900'>\n<span class='ocr_line'>";
  for (const std::string& word : words)
    page += "\n <span class='ocrx_word' title='bbox 1 2 30 40; x_wconf 93'>" + word + "</span>";
  return page + "</span>\n</div></body></html>\n";
}

TEST(Fix, OfALayoutTheTextComesOut) {
  const Finished finished = run_emend({"fix"}, hocr_of({"|", "asked", "comrades", "about", "the", "mill."}));
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(finished.out, "I asked comrades about the mill.\n");
}

TEST(Fix, WriteReplacesWordsOfALayoutWhereTheyStand) {
  const TemporaryFolder folder;
  const auto file =
      folder.write("page.xml", hocr_of({"|", "asked", "comrades", "about", "the", "8", "—", "hour", "day."}));
  const Finished finished = run_emend({"fix", "--write", file.string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(bytes_of(file), hocr_of({"I", "asked", "comrades", "about", "the", "8", "—", "hour", "day."}));
  EXPECT_NE(finished.err.find("1 change cannot be made in the file itself: it joins words"), std::string::npos)
      << finished.err;
}

TEST(Fix, MarkupOfAnotherKindIsRefused) {
  const Finished finished = run_emend({"fix"}, "<?xml version='1.0'?>\n<TEI><text>The 8 — hour day.</text></TEI>\n");
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_EQ(finished.out, "");
  EXPECT_NE(finished.err.find("'TEI'"), std::string::npos) << finished.err;
}

}  // namespace
}  // namespace emend::testing
