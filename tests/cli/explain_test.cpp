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

TEST(Explain, TellsWhatThereWasToChooseFromAndWhyThisWon) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "a.txt",
      "Tlie carrier came up from tho landing in tbe afternoon with two carts, and left the sacks in the barn behind\n"
      "the mill. He said that the river had risen in the night, and that the ferry would not cross before it fell.\n");
  ASSERT_EQ(run_emend({"restore", file.string(), "-o", (folder / "out").string()}).exit_code, 0);
  const std::string id = first_id(bytes_of(folder / "out/a/changes.jsonl"));
  const Finished finished = run_emend({"explain", id, "--in", (folder / "out").string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  for (const char* part : {"likely  candidate", "The ", "Tlie (as it stands)", "“li” for “h”, once in", "very common",
                           "unknown", "a word", "no word", "“The” won over", "misread-word: Read a misread word"})
    EXPECT_NE(finished.out.find(part), std::string::npos) << part << "\n" << finished.out;
}

TEST(Explain, AFileOfBeforeTheCandidatesIsToldWithoutThem) {
  const TemporaryFolder folder;
  folder.write("out/a/changes.jsonl",
               R"({"id":"00000000000000a1","span":[2,3],"line":1,"column":3,"page":null,"box":null,"before":"|",)"
               R"("after":"I","rule":"bar-for-pronoun-i","reason":"a lone bar","confidence":0.5,)"
               R"("applicability":"automatic","evidence":[],)"
               R"("decision":{"verdict":"accepted","by":"policy","when":""}})"
               "\n");
  const Finished finished = run_emend({"explain", "00000000000000a1", "--in", folder.path().string()});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(finished.out.find("a lone bar"), std::string::npos) << finished.out;
  EXPECT_EQ(finished.out.find("candidate"), std::string::npos) << finished.out;
}

TEST(Explain, AnUnknownChangeIsWrongUse) {
  const TemporaryFolder folder;
  const Finished finished = run_emend({"explain", "ffffffff", "--in", folder.path().string()});
  EXPECT_EQ(finished.exit_code, 2);
}

}  // namespace
}  // namespace emend::testing
