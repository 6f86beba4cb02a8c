#include "pipeline/word_lists.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend::pipeline {
namespace {

TEST(WordLists, FromTheWidestToTheNarrowest) {
  const testing::TemporaryFolder folder;
  ::setenv("XDG_CONFIG_HOME", (folder / "config").c_str(), 1);
  folder.write("config/emend/words.txt", "");
  folder.write("emend-words.txt", "");
  folder.write("archive/minutes/a.png", "");
  folder.write("archive/minutes/a.words.txt", "");
  const auto lists = found_word_lists(folder / "archive/minutes/a.png", {});
  ASSERT_EQ(lists.size(), 3u);
  EXPECT_EQ(lists[0], folder / "config/emend/words.txt");
  EXPECT_EQ(lists[1], folder / "emend-words.txt");
  EXPECT_EQ(lists[2], folder / "archive/minutes/a.words.txt");

  folder.write("archive/emend-words.txt", "");
  EXPECT_EQ(found_word_lists(folder / "archive/minutes/a.png", {})[1], folder / "archive/emend-words.txt")
      << "the nearest";

  Settings isolated;
  isolated.use_found_word_lists = false;
  EXPECT_TRUE(found_word_lists(folder / "archive/minutes/a.png", isolated).empty());
  ::unsetenv("XDG_CONFIG_HOME");
}

}  // namespace
}  // namespace emend::pipeline
