#include "house/console_blocks.h"

#include <gtest/gtest.h>

namespace emend::house {
namespace {

TEST(ConsoleBlocks, CommandsAndTheirOutput) {
  const auto examples = examples_of(
      "# Title\n\n```console\n$ one | two\nfirst\n\nsecond\n$ three\n```\n\n```sh\n$ not this\n```\n\n"
      "```console\n$ four\n...\n```\n");
  ASSERT_EQ(examples.size(), 3u);
  EXPECT_EQ(examples[0].command, "one | two");
  EXPECT_EQ(examples[0].line, 4u);
  EXPECT_EQ(examples[0].output, (std::vector<std::string>{"first", "", "second"}));
  EXPECT_TRUE(examples[1].output.empty());
  EXPECT_EQ(examples[2].command, "four");
}

TEST(ConsoleBlocks, Matching) {
  const struct {
    std::vector<std::string> shown, lines;
    bool expected;
  } cases[] = {
      {{}, {}, true},
      {{}, {"a"}, false},
      {{"a"}, {}, false},
      {{"a", "b"}, {"a", "b"}, true},
      {{"a", "b"}, {"a", "c"}, false},
      {{"..."}, {}, true},
      {{"..."}, {"a", "b"}, true},
      {{"a", "...", "d"}, {"a", "b", "c", "d"}, true},
      {{"a", "...", "d"}, {"a", "d"}, true},
      {{"a", "...", "d"}, {"a", "d", "e"}, false},
      {{"...", "d", "..."}, {"a", "b"}, false},
  };
  for (const auto& c : cases)
    EXPECT_EQ(matches(c.shown, c.lines), c.expected) << c.shown.size() << " shown, " << c.lines.size() << " lines";
}

}  // namespace
}  // namespace emend::house
