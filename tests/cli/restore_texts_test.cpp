#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFaulty = "The 8 — hour day was introduced.\n";

TEST(RestoreTexts, WritesEveryFileOfTheContract) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kFaulty);
  const Finished finished = run_emend({"restore", "in", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  for (const char* name : {"clean.txt", "raw.txt", "changes.diff", "changes.jsonl", "report.html", "document.json"})
    EXPECT_TRUE(fs::is_regular_file(folder / "out/a" / name)) << name;
  EXPECT_EQ(bytes_of(folder / "out/a/raw.txt"), kFaulty);
  EXPECT_EQ(bytes_of(folder / "out/a/clean.txt"), "The 8-hour day was introduced.\n");
  EXPECT_EQ(finished.out, "");
}

TEST(RestoreTexts, OneBadFileCostsOnlyItself) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kFaulty);
  folder.write("in/broken.png", "\x89PNG\r\n\x1a\nand then nothing");
  folder.write("in/empty.pdf", "");
  const Finished finished = run_emend({"restore", "in", "missing.txt", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 3);
  for (const char* name : {"broken.png", "empty.pdf", "missing.txt"})
    EXPECT_NE(finished.err.find(name), std::string::npos) << name << finished.err;
  EXPECT_TRUE(fs::exists(folder / "out/a/clean.txt"));
  EXPECT_FALSE(fs::exists(folder / "out/broken"));
  EXPECT_FALSE(fs::exists(folder / "out/empty"));
}

TEST(RestoreTexts, ASecondRunSkipsWhatIsDoneAndRedoesWhatChanged) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kFaulty);
  folder.write("in/b.txt", "Nothing to do.\n");
  run_emend({"restore", "in", "-o", "out"}, "", folder.path());
  const auto before = fs::last_write_time(folder / "out/a/clean.txt");
  const Finished second = run_emend({"restore", "in", "-o", "out"}, "", folder.path());
  EXPECT_EQ(second.exit_code, 0);
  EXPECT_NE(second.err.find("2 unchanged"), std::string::npos) << second.err;
  EXPECT_EQ(fs::last_write_time(folder / "out/a/clean.txt"), before);

  folder.write("in/b.txt", kFaulty);
  const Finished third = run_emend({"restore", "in", "-o", "out"}, "", folder.path());
  EXPECT_NE(third.err.find("1 restored, 1 unchanged"), std::string::npos) << third.err;
  fs::remove(folder / "out/a/report.html");
  const Finished fourth = run_emend({"restore", "in", "-o", "out"}, "", folder.path());
  EXPECT_NE(fourth.err.find("1 restored, 1 unchanged"), std::string::npos) << fourth.err;
  const Finished other_settings = run_emend({"restore", "in", "-o", "out", "--unsafe-fixes"}, "", folder.path());
  EXPECT_NE(other_settings.err.find("2 restored"), std::string::npos) << other_settings.err;
}

TEST(RestoreTexts, AnotherInputsResultsAreNeverOverwritten) {
  const TemporaryFolder folder;
  folder.write("one/a.txt", kFaulty);
  folder.write("two/a.txt", "Another document.\n");
  run_emend({"restore", "one/a.txt", "-o", "out"}, "", folder.path());
  const Finished finished = run_emend({"restore", "two/a.txt", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("another input"), std::string::npos) << finished.err;
  EXPECT_EQ(bytes_of(folder / "out/a/raw.txt"), kFaulty);
}

TEST(RestoreTexts, EqualNamesInOneRunGetFoldersOfTheirOwn) {
  const TemporaryFolder folder;
  folder.write("one/a.txt", kFaulty);
  folder.write("two/a.txt", "Another document.\n");
  EXPECT_EQ(run_emend({"restore", "one/a.txt", "two/a.txt", "-o", "out"}, "", folder.path()).exit_code, 0);
  EXPECT_EQ(bytes_of(folder / "out/a.txt/raw.txt"), kFaulty);
  EXPECT_EQ(bytes_of(folder / "out/a.txt-2/raw.txt"), "Another document.\n");
}

TEST(RestoreTexts, OtherEncodingsAreReadAndSaid) {
  const TemporaryFolder folder;
  folder.write("a.txt",
               "The clerk\x92s caf\xE9 was \x93in good order\x94 and the workers were at their posts in the mill.\n");
  const Finished finished = run_emend({"restore", "a.txt", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_NE(finished.err.find("windows-1252"), std::string::npos) << finished.err;
  EXPECT_NE(bytes_of(folder / "out/a/raw.txt").find("clerk’s café"), std::string::npos);
}

TEST(RestoreTexts, PixelsAreNotReadAsLetters) {
  const TemporaryFolder folder;
  // Grey pixels pass for Shift_JIS, and such a file was "restored".
  const std::string pixels(4000, '\xC8');
  folder.write("in/bitmap.tif", std::string("BM\x36\x10\0\0\0\0\0\0\x36\0\0\0", 14) + pixels);
  folder.write("in/pixels.png", pixels);
  folder.write("in/web.jpg", std::string("RIFF\x10\x20\0\0WEBPVP8 ", 16) + pixels);
  folder.write("in/text.pdf", kFaulty);
  folder.write("BMW.txt", "BMW \x93workers\x94 met in the caf\xE9 and went to their posts in the mill.\n");
  const Finished finished = run_emend({"restore", "in", "BMW.txt", "-v", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("bitmap.tif: is a BMP picture"), std::string::npos) << finished.err;
  EXPECT_NE(finished.err.find("pixels.png: is not a PNG, JPEG, TIFF or PDF file"), std::string::npos) << finished.err;
  EXPECT_NE(finished.err.find("web.jpg: is a WebP picture"), std::string::npos) << finished.err;
  EXPECT_NE(finished.err.find("text.pdf: is a text"), std::string::npos) << finished.err;
  EXPECT_TRUE(fs::exists(folder / "out/text/clean.txt"));
  EXPECT_TRUE(fs::exists(folder / "out/BMW/clean.txt"));
  EXPECT_FALSE(fs::exists(folder / "out/bitmap"));
}

TEST(RestoreTexts, WithoutAnOutputFolderNothingIsWritten) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFaulty);
  EXPECT_EQ(run_emend({"restore", "a.txt", "-o", ""}, "", folder.path()).exit_code, 2);
  EXPECT_FALSE(fs::exists(folder / "a"));
}

TEST(RestoreTexts, ResultsDoNotDependOnTheNumberOfJobs) {
  const TemporaryFolder folder;
  for (int i = 0; i < 6; ++i) folder.write("in/t" + std::to_string(i) + ".txt", kFaulty + std::to_string(i) + "\n");
  run_emend({"restore", "in", "-o", "one", "-j", "1"}, "", folder.path());
  run_emend({"restore", "in", "-o", "four", "-j", "4"}, "", folder.path());
  for (int i = 0; i < 6; ++i)
    for (const char* name : {"clean.txt", "changes.diff", "changes.jsonl", "report.html", "document.json"}) {
      const std::string file = "t" + std::to_string(i) + "/" + name;
      EXPECT_EQ(bytes_of(folder / "one" / file), bytes_of(folder / "four" / file)) << file;
    }
}

TEST(RestoreTexts, AnUnwritableFolderIsSaid) {
  if (::geteuid() == 0) {
    // Root may write anywhere; a file in the way stops it all the same.
    const TemporaryFolder folder;
    folder.write("a.txt", kFaulty);
    folder.write("out", "a file, not a folder");
    const Finished finished = run_emend({"restore", "a.txt", "-o", "out"}, "", folder.path());
    EXPECT_EQ(finished.exit_code, 3);
    EXPECT_NE(finished.err.find("out"), std::string::npos) << finished.err;
    return;
  }
  const TemporaryFolder folder;
  folder.write("a.txt", kFaulty);
  fs::create_directory(folder / "out");
  fs::permissions(folder / "out", fs::perms::owner_read | fs::perms::owner_exec);
  const Finished finished = run_emend({"restore", "a.txt", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("may write"), std::string::npos) << finished.err;
}

TEST(RestoreTexts, TheDiffAppliesWithPatch) {
  const TemporaryFolder folder;
  folder.write("a.txt", "| asked.\n\nThe 8 — hour day\nand a last line without its end");
  ASSERT_EQ(run_emend({"restore", "a.txt", "-o", "out"}, "", folder.path()).exit_code, 0);
  const std::string out = (folder / "out/a").string();
  const std::string command = "cd '" + out + "' && patch --quiet --binary -o patched.txt raw.txt changes.diff";
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(bytes_of(folder / "out/a/patched.txt"), bytes_of(folder / "out/a/clean.txt"));
}

TEST(RestoreTexts, ADecisionIsFollowedOnTheNextRun) {
  const TemporaryFolder folder;
  folder.write("a.txt", kFaulty);
  run_emend({"restore", "a.txt", "-o", "out"}, "", folder.path());
  const std::string changes = bytes_of(folder / "out/a/changes.jsonl");
  const std::string id = changes.substr(changes.find("\"id\":\"") + 6, 16);
  folder.write(
      "out/a/decisions.jsonl",
      "{\"key\":\"" + id + "\",\"verdict\":\"rejected\",\"by\":\"reader\",\"when\":\"2026-01-01T00:00:00Z\"}\n");
  // Lines before it have moved; the decision finds its place by content.
  folder.write("a.txt", std::string("A new first line.\n\n") + kFaulty);
  const Finished finished = run_emend({"restore", "a.txt", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(bytes_of(folder / "out/a/clean.txt"), std::string("A new first line.\n\n") + kFaulty);
}

// The samples of the readers; what is in them is tested there.
std::string layout_sample(const std::string& name) {
  return bytes_of(std::string(EMEND_SOURCE_DIR) + "/tests/fuzz/seeds/layout_file/" + name);
}

TEST(RestoreTexts, PagesOfOtherProgramsAreKnownByTheirContent) {
  const TemporaryFolder folder;
  folder.write("in/a.hocr", layout_sample("letter.hocr"));
  folder.write("in/b.xml", layout_sample("letter-2.alto.xml"));
  folder.write("in/c.txt", layout_sample("letter.page.xml"));
  folder.write("in/mets.xml", "<?xml version='1.0'?>\n<mets><fileSec/></mets>\n");
  const Finished finished = run_emend({"restore", "in", "-o", "out", "--dpi", "200"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(bytes_of(folder / "out/a/raw.txt"), "Dear MrThomas Smith &\ntbe end 1\n\nlines alone here\nhello\n");
  EXPECT_EQ(bytes_of(folder / "out/b/raw.txt"), "Minutes\n\nWe co-op-\nerate gladly 1 rock-\n\nsecond block\n\n7\n");
  EXPECT_NE(bytes_of(folder / "out/b/clean.txt").find("co-operate"), std::string::npos)
      << "the file tells the whole of a broken word";
  EXPECT_EQ(bytes_of(folder / "out/c/raw.txt"), "Hi\n\nThe cornmittee\nmet again\n\nno lines\nhere\n");
  EXPECT_NE(bytes_of(folder / "out/c/document.json").find("\"box\":[220,500,180,40]"), std::string::npos);
  EXPECT_FALSE(fs::exists(folder / "out/mets")) << "other XML in a folder is passed over";
}

TEST(RestoreTexts, PagesOfALayoutCanBeChosen) {
  const TemporaryFolder folder;
  folder.write("a.hocr", layout_sample("letter.hocr"));
  EXPECT_EQ(run_emend({"restore", "a.hocr", "-o", "out", "--pages", "2"}, "", folder.path()).exit_code, 0);
  EXPECT_EQ(bytes_of(folder / "out/a/raw.txt"), "lines alone here\nhello\n");
  EXPECT_EQ(run_emend({"restore", "a.hocr", "-o", "out2", "--pages", "3"}, "", folder.path()).exit_code, 3);
}

TEST(RestoreTexts, BrokenMarkupIsNamedWithItsLine) {
  const TemporaryFolder folder;
  folder.write("a.xml", "<alto>\n<Layout>\n</alto>\n");
  const Finished finished = run_emend({"restore", "a.xml", "-o", "out"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("a.xml"), std::string::npos);
  EXPECT_NE(finished.err.find("not well-formed XML"), std::string::npos) << finished.err;
  EXPECT_NE(finished.err.find("line 3"), std::string::npos) << finished.err;
}

}  // namespace
}  // namespace emend::testing
