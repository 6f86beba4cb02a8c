#include <gtest/gtest.h>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

// The id of the first change, as changes.jsonl gives it.
std::string first_id(const std::string& changes) {
  const std::string key = "\"id\":\"";
  const std::size_t begin = changes.find(key) + key.size();
  return changes.substr(begin, changes.find('"', begin) - begin);
}

TEST(Explain, TellsBeforeAfterReasonAndRule) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", "The 8 — hour day.\n");
  ASSERT_EQ(run_emend({"restore", file.string(), "-o", (folder / "out").string()}).exit_code, 0);
  const std::string id = first_id(bytes_of(folder / "out/a/changes.jsonl"));
  const Finished finished = run_emend({"explain", id.substr(0, 8), "--in", (folder / "out").string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  for (const char* part : {"spaced-hyphen-in-compound", "before", "after", "probability", "applied by policy"})
    EXPECT_NE(finished.out.find(part), std::string::npos) << part << "\n" << finished.out;
}

TEST(Explain, AnUnknownChangeIsWrongUse) {
  const TemporaryFolder folder;
  const Finished finished = run_emend({"explain", "ffffffff", "--in", folder.path().string()});
  EXPECT_EQ(finished.exit_code, 2);
}

}  // namespace
}  // namespace emend::testing
