// docs/rules and docs/commands.md are printed from the program; this notices when they are stale.
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

namespace fs = std::filesystem;

TEST(Docs, GeneratedPagesAreUpToDate) {
  const TemporaryFolder folder;
  ASSERT_EQ(run_emend({"docs", "-o", folder.path().string()}).exit_code, 0);
  const fs::path docs = fs::path(EMEND_SOURCE_DIR) / "docs";
  std::set<fs::path> generated;
  for (const std::string& name : folder.names()) {
    if (!fs::is_regular_file(folder / name)) continue;
    EXPECT_EQ(bytes_of(folder / name), bytes_of(docs / name)) << name << " is stale: run 'emend docs -o docs'";
    generated.insert(name);
  }
  for (const auto& entry : fs::directory_iterator(docs / "rules"))
    EXPECT_TRUE(generated.contains(fs::path("rules") / entry.path().filename()))
        << entry.path() << " tells of a rule that is no more";
}

}  // namespace
}  // namespace emend::testing
