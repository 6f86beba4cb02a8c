#include "check/profile.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend::check {
namespace {

using emend::testing::TemporaryFolder;

// DICPATH named two folders, and a dictionary that changed in either of them left the cache's answers as they were.
TEST(Profile, ADictionaryInAnyFolderOfDicpathCounts) {
  const TemporaryFolder folder;
  folder.write("a/en_US.dic", "1\nword\n");
  folder.write("b/fr_FR.dic", "1\nmot\n");
  setenv("DICPATH", ((folder / "a").string() + ":" + (folder / "b").string()).c_str(), 1);
  const auto measured = [] { return Profile(Config(), pipeline::Settings()).fingerprint(); };
  const auto before = measured();
  ASSERT_TRUE(before) << before.error().what;
  EXPECT_EQ(*measured(), *before);
  folder.write("a/en_US.dic", "2\nword\nwords\n");
  const auto first = measured();
  folder.write("b/fr_FR.dic", "2\nmot\nmots\n");
  const auto second = measured();
  unsetenv("DICPATH");
  EXPECT_NE(*first, *before);
  EXPECT_NE(*second, *first);
}

}  // namespace
}  // namespace emend::check
