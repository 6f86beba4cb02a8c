#include "pipeline/page_selection.h"

#include <gtest/gtest.h>

namespace emend::pipeline {
namespace {

using Indices = std::vector<std::size_t>;

TEST(PageSelection, Table) {
  const std::pair<const char*, Indices> cases[] = {
      {"1", {0}},
      {"1,3", {0, 2}},
      {"3-", {2, 3, 4}},
      {"-2", {0, 1}},
      {"2-3, 5", {1, 2, 4}},
      {"4,1", {0, 3}},
      {"9-", {}},
      {"1-999999999999", {0, 1, 2, 3, 4}},
  };
  for (const auto& [text, expected] : cases) {
    const auto selection = PageSelection::parse(text);
    ASSERT_TRUE(selection) << text;
    EXPECT_EQ(selection->indices(5), expected) << text;
  }
}

TEST(PageSelection, NothingSaidIsEveryPage) {
  EXPECT_EQ(PageSelection().indices(2), (Indices{0, 1}));
  EXPECT_TRUE(PageSelection().selects_all());
}

TEST(PageSelection, NonsenseIsWrongUse) {
  for (const char* text : {"", "-", "0", "a", "3-1", "1,,2", "1-2-3", "1.5", "99999999999999999999999"}) {
    const auto selection = PageSelection::parse(text);
    ASSERT_FALSE(selection) << text;
    EXPECT_EQ(selection.error().kind, ErrorKind::kUsage) << text;
  }
}

}  // namespace
}  // namespace emend::pipeline
