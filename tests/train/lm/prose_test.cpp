#include "train/lm/prose.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace emend::train {
namespace {

TEST(Prose, DocumentsBeginBehindTheirHeadings) {
  const auto documents = documents_of("==== one\nA.\n\n==== two\nB. ==== c\n==== empty\n\n==== last\nD.");
  ASSERT_EQ(documents.size(), 3u);
  EXPECT_EQ(documents[0], "A.\n\n");
  EXPECT_EQ(documents[1], "B. ==== c\n");
  EXPECT_EQ(documents[2], "D.");
  EXPECT_TRUE(documents_of("").empty());
  EXPECT_EQ(documents_of("No heading.\n").size(), 1u);
}

TEST(Prose, MarkupGoes) {
  const std::pair<const char*, const char*> cases[] = {
      {"# Title: X\nText", "\nText"},
      {"a\n-------\nb", "a\n\nb"},
      {"it was so.[44] And[A15-223] more [Page 7]", "it was so. And more "},
      {"he said [sic] that [the 3 wise men of the east]", "he said [sic] that [the 3 wise men of the east]"},
      {"an open [12", "an open [12"},
      {"not #1", "not #1"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(without_markup(text), expected) << text;
}

}  // namespace
}  // namespace emend::train
