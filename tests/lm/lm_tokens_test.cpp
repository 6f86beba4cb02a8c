#include "lm/lm_tokens.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace emend::lm {
namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (const LmToken& token : lm_tokens(text)) {
    if (!out.empty()) out += ' ';
    out += token.form;
  }
  return out;
}

TEST(LmTokens, Table) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {" ... \n\n", ""},
      {"The masses", "the masses <s>"},
      {"The masses. They took", "the masses <s> they took <s>"},
      {"Power, into (their) \"hands\" -- now", "power into their hands now <s>"},
      {"In 1917 and 1,234.5", "in <num> and <num> <s>"},
      {"on the 4th", "on the 4th <s>"},
      // A full stop that is followed by lower case, or belongs to an abbreviation or an initial, ends nothing.
      {"Mr. Smith and J. T. Doran.", "mr smith and j t doran <s>"},
      {"etc. and so on. Then", "etc and so on <s> then <s>"},
      {"\"What?\" he said. \"No!\" She", "what he said <s> no <s> she <s>"},
      {"It flows... 2 The", "it flows <s> <num> the <s>"},
      {"It flows… The", "it flows <s> the <s>"},
      // A line break is a space; a blank line ends the sentence even before lower case.
      {"one\ntwo\n\nthree", "one two <s> three <s>"},
      {"THE COMMITTEE MEETS\n\nMR. BULLITT", "the committee meets <s> mr bullitt <s>"},
      {"don’t Petty‐Bourgeois NAÏVE co\u00ADop e\u0301t", "don't petty-bourgeois naïve coop ét <s>"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(LmTokens, SpansCoverWhatTheyName) {
  const std::string text = "The “Masses”. Now";
  const std::vector<LmToken> tokens = lm_tokens(text);
  ASSERT_EQ(tokens.size(), 5u);
  EXPECT_EQ(tokens[1].span.of(text), "Masses");
  EXPECT_EQ(tokens[2].span.of(text), ".");
  EXPECT_EQ(tokens[4].span.size(), 0u);
}

TEST(LmTokens, TakesBrokenBytesAndLongRuns) {
  EXPECT_EQ(shown("a \xff b"), "a b <s>");
  std::string marks;
  for (int i = 0; i < 100'000; ++i) marks += "! ? ";
  EXPECT_EQ(shown("a " + marks + "b"), "a b <s>");
}

}  // namespace
}  // namespace emend::lm
