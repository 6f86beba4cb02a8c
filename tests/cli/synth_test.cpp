#include <gtest/gtest.h>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

TEST(Synth, TypesPagesWithTheirTruth) {
  const TemporaryFolder folder;
  folder.write("note.txt", "The committee met at eight.\n");
  const Finished finished = run_emend(
      {"synth", "note.txt", "-o", "pages", "--wear", "clean", "--seed", "3", "--dpi", "100"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(bytes_of(folder / "pages/note-0001.gt.txt"), "The committee met at eight.\n");
  EXPECT_NE(bytes_of(folder / "pages/note-0001.lines.tsv").find("The committee"), std::string::npos);
  EXPECT_GT(bytes_of(folder / "pages/note-0001.jpg").size(), 1000u);
}

TEST(Synth, GivesBaselinesOnlyWhereAskedFor) {
  const TemporaryFolder folder;
  folder.write("note.txt", "The committee met at eight.\n");
  run_emend({"synth", "note.txt", "-o", "plain", "--dpi", "72"}, "", folder.path());
  run_emend({"synth", "note.txt", "-o", "pages", "--dpi", "72", "--baselines", "--png"}, "", folder.path());
  EXPECT_FALSE(std::filesystem::exists(folder / "plain/note-0001.baselines.tsv"));
  EXPECT_NE(bytes_of(folder / "pages/note-0001.baselines.tsv").find("\tThe committee met"), std::string::npos);
  const Finished cut = run_emend({"train", "lines", "pages/note-0001.png", "-o", "lines"}, "", folder.path());
  EXPECT_EQ(cut.exit_code, 0) << cut.err;
  EXPECT_NE(bytes_of(folder / "lines/note-0001-v1.box").find("#The committee met at eight."), std::string::npos);
}

TEST(Synth, TheSeedDecidesEveryByte) {
  const TemporaryFolder folder;
  folder.write("note.txt", "The committee met at eight.\n");
  for (const char* out : {"a", "b"})
    run_emend({"synth", "note.txt", "-o", out, "--seed", "5", "--dpi", "72"}, "", folder.path());
  run_emend({"synth", "note.txt", "-o", "c", "--seed", "6", "--dpi", "72"}, "", folder.path());
  EXPECT_EQ(bytes_of(folder / "a/note-0001.jpg"), bytes_of(folder / "b/note-0001.jpg"));
  EXPECT_NE(bytes_of(folder / "a/note-0001.jpg"), bytes_of(folder / "c/note-0001.jpg"));
}

TEST(Synth, BadInputIsSaid) {
  const TemporaryFolder folder;
  folder.write("empty.txt", "");
  EXPECT_NE(run_emend({"synth", "empty.txt", "-o", "pages"}, "", folder.path()).exit_code, 0);
  const Finished missing = run_emend({"synth", "missing.txt", "-o", "pages"}, "", folder.path());
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_NE(missing.err.find("missing.txt"), std::string::npos);
}

}  // namespace
}  // namespace emend::testing
