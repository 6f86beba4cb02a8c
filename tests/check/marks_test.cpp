#include "check/inline_marks.h"

#include <gtest/gtest.h>

#include "check/mojibake.h"

namespace emend::check {
namespace {

bool ignores(const std::string& text, const char* path, std::size_t line, const char* rule = "misread-word") {
  Finding finding;
  finding.rule = rule;
  finding.begin.line = line;
  return InlineMarks::find(text, path).ignores(finding);
}

TEST(InlineMarks, OfEveryKind) {
  const std::string text =
      "tbe <!-- emend: ignore -->\n<!-- emend: ignore-next-line[misread-word, lost-mark] -->\ntbe\nplain\n"
      "<!-- emend: off -->\ntbe\n<!-- emend: on -->\ntbe\n";
  for (const auto& [line, expected] : {std::pair{1, true}, {2, false}, {3, true}, {4, false}, {6, true}, {8, false}})
    EXPECT_EQ(ignores(text, "a.md", static_cast<std::size_t>(line)), expected) << line;
  EXPECT_FALSE(ignores(text, "a.md", 3, "stray-mark"));
  EXPECT_FALSE(ignores(text, "a.txt", 1)) << "a plain text has no comments";
  EXPECT_TRUE(ignores("x\n% emend: ignore-file\n", "a.tex", 1));
  EXPECT_TRUE(ignores(".. emend: off\nx\n", "a.rst", 99));
  EXPECT_FALSE(ignores("we say emend: ignore here\n", "a.md", 1));
  EXPECT_EQ(InlineMarks::find("\n<!-- emend: ignore[misread-wrod] -->", "a.md").unknown_rules().size(), 1u);
}

TEST(Mojibake, IsFoundAndTrueTextIsLeftAlone) {
  const auto found = find_mojibake("Itâ€™s a cafÃ© â€” closed");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].meant, "’");
  EXPECT_EQ(found[1].meant, "é");
  EXPECT_EQ(found[2].meant, "—");
  for (const char* text : {"naïve café", "ÄÖÜ äöü", "«Ñandú»", "£5—£6", "“quoted”", "Ç’est", "日本語", "œuvre", ""})
    EXPECT_TRUE(find_mojibake(text).empty()) << text;
}

}  // namespace
}  // namespace emend::check
