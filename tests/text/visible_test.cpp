#include "text/visible.h"

#include <gtest/gtest.h>

namespace emend::text {
namespace {

TEST(Visible, EscapeSequencesLoseTheirPower) {
  EXPECT_EQ(visible("\x1b[31mred\n"), "\\x1b[31mred\\n");
  EXPECT_EQ(visible("a\u202eb"), "a\\u202eb");
}

TEST(Visible, LongTextsAreCutInTheMiddle) { EXPECT_EQ(visible("abcdefghij", 5), "ab…ij"); }

TEST(HtmlEscaped, NothingBreaksOut) { EXPECT_EQ(html_escaped("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;"); }

}  // namespace
}  // namespace emend::text
