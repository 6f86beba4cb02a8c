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

TEST(Mojibake, IsTurnedBack) {
  const struct {
    std::string text;
    std::vector<std::string> meant;
  } kCases[] = {
      {"Itâ€™s a cafÃ© â€” closed", {"’", "é", "—"}},
      {"â€œA wordâ€\u009D and â€œanotherâ€ here", {"“", "”", "“", "”"}},
      {"voilÃ\u00A0 NapolÃ©on, Å“uvre", {"à", "é", "œ"}},
      {"cafÃƒÂ©", {"é"}},
      {"Ð¿Ñ€Ð¸Ð²ÐµÑ‚", {"привет"}},
      {"10 â‚¬, â†’ there", {"€", "→"}},
      {"ÃŸÃ©", {"ßé"}},
      {"LARVÃ†, KÃ–NIG", {"Æ", "Ö"}},
      {"66Â½Â°", {"½°"}},
  };
  for (const auto& c : kCases) {
    std::vector<std::string> meant;
    for (const Mojibake& found : find_mojibake(c.text)) meant.push_back(found.meant);
    EXPECT_EQ(meant, c.meant) << c.text;
  }
}

TEST(Mojibake, IsNotSeenInTrueText) {
  for (const char* text :
       {"naïve café", "ÄÖÜ äöü", "«Ñandú»", "£5—£6", "“quoted”", "Ç’est", "日本語", "œuvre", "„Was für ein Spaß“",
        "le CAFÉ”", "“LE CAFÉ”", "“GÅ”", "„FLÄ“", "Â", "à’la", "São Paulo’s", "naÏ…", "Привет", ""})
    EXPECT_TRUE(find_mojibake(text).empty()) << text;
}

}  // namespace
}  // namespace emend::check
