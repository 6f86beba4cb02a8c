#include "rules/fixture.h"

#include <gtest/gtest.h>

namespace emend::rules_test {
namespace {

TEST(ParseFixture, CasesOfBothKinds) {
  const Fixture fixture = parse_fixture(
      "# a-rule\n\nProse.\n```before\na\n\nb\n```\n```after\nc\n```\n"
      "```before proposed escaped\n\\u{200B}\\t\n```\n```after\n\n```\n"
      "```stays\n| x\n```\n");
  EXPECT_TRUE(fixture.mistakes.empty());
  ASSERT_EQ(fixture.cases.size(), 3u);
  EXPECT_EQ(fixture.cases[0].before, "a\n\nb");
  EXPECT_EQ(fixture.cases[0].after, "c");
  EXPECT_FALSE(fixture.cases[0].applicability.has_value());
  EXPECT_EQ(fixture.cases[1].before, "\u200B\t");
  EXPECT_EQ(fixture.cases[1].after, "");
  EXPECT_EQ(fixture.cases[1].applicability, edit::Applicability::kProposed);
  EXPECT_FALSE(fixture.cases[2].fires());
  EXPECT_EQ(fixture.cases[2].line, 18);
}

TEST(ParseFixture, MistakesAreNamed) {
  for (const char* page :
       {"```before\na\n```\n", "```after\na\n```\n", "```before\na\n```\n```before\na\n```\n", "```stays\na\n",
        "```shell\na\n```\n", "```stays often\na\n```\n", "```before\na\n```\n```after\na\n```\n"})
    EXPECT_EQ(parse_fixture(page).mistakes.empty(), false) << page;
}

}  // namespace
}  // namespace emend::rules_test
