#include "correct/doubt/notation.h"

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

TEST(Notation, IsFound) {
  struct Case {
    const char* text;
    const char* found;  // each between bars
  };
  constexpr Case kCases[] = {
      {"", ""},
      {"the [tho?] and [illegible]. [x?]", "|[tho?]|[illegible]|[x?]|"},
      {"they recieved [sic] it", "|recieved [sic]|"},
      {"[sic] and [tho?] [sic]", "|[sic]|[tho?]| [sic]|"},
      {"[1] [two words?] [?] [] [John] a [ b?] [unclosed?", ""},
      {"[[tho?]]", "|[tho?]|"},
  };
  for (const Case& c : kCases) {
    std::string found;
    for (const text::Span span : notation_spans(c.text))
      found += (found.empty() ? "|" : "") + std::string(span.of(c.text)) + "|";
    EXPECT_EQ(found, c.found) << c.text;
  }
}

TEST(Notation, IsLeftAlone) {
  const std::string text = "the [tho?] and tho";
  std::vector<edit::Edit> edits(3);
  edits[0].span = {5, 8};
  edits[1].span = {9, 10};
  edits[2].span = {15, 18};
  leave_notation(text, edits);
  ASSERT_EQ(edits.size(), 1u);
  EXPECT_EQ(edits[0].span.begin, 15u);
}

}  // namespace
}  // namespace emend::correct
