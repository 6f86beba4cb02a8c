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
