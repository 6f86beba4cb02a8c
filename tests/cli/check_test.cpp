#include <gtest/gtest.h>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

TEST(Check, AFindingIsFileLineColumn) {
  const TemporaryFolder folder;
  folder.write("corpus/a.txt", "Clean line.\nnaïve: the 8 — hour day.\n");
  folder.write("corpus/b.txt", "Nothing here.\n");
  const Finished finished = run_emend({"check", "corpus"}, "", folder.path());
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_NE(finished.out.find("corpus/a.txt:2:1"), std::string::npos) << finished.out;
  EXPECT_NE(finished.out.find("spaced-hyphen-in-compound"), std::string::npos);
  EXPECT_NE(finished.err.find("2 files checked"), std::string::npos) << finished.err;
}

TEST(Check, NothingFoundIsExitCode0AndSaysWhatWasChecked) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "All is well here.\n");
  const Finished finished = run_emend({"check", file.string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_EQ(finished.out, "");
  EXPECT_NE(finished.err.find("1 file checked, 0 findings"), std::string::npos) << finished.err;
}

TEST(Check, ExitZeroIsForReportsOnly) {
  EXPECT_EQ(run_emend({"check", "--exit-zero", "-"}, "The 8 — hour day.\n").exit_code, 0);
}

TEST(Check, JsonFindingsNameTheirFile) {
  const Finished finished = run_emend({"check", "--format", "json", "-"}, "The 8 — hour day.\n");
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_EQ(finished.out.rfind("{\"file\":\"-\"", 0), 0u) << finished.out;
}

TEST(Check, AnEscapeSequenceInTheTextStaysOffTheTerminal) {
  const Finished finished = run_emend({"check", "-"}, "The \x1b[31m8 — hour day\x1b[0m.\n");
  EXPECT_EQ(finished.out.find('\x1b'), std::string::npos);
}

TEST(Check, ChangesNothing) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "The 8 — hour day.\n");
  run_emend({"check", file.string()});
  EXPECT_EQ(bytes_of(file), "The 8 — hour day.\n");
}

}  // namespace
}  // namespace emend::testing
