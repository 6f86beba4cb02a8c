#include "measure/view.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace emend::measure {
namespace {

std::string seen(std::string_view text, View view, bool joins_hyphens = false) {
  return text::to_utf8(viewed(text, {view, joins_hyphens}));
}

TEST(View, WhatEachViewSees) {
  const struct {
    const char *text, *strict, *typographic, *letters, *folded;
  } cases[] = {
      {"", "", "", "", ""},
      {" \n\t ", "", "", "", ""},
      {"Two\r\n  lines\f", "Two lines", "Two lines", "two lines", "two lines"},
      {"“It’s”", "\"It's\"", "'It's'", "it s", "\"it's\""},
      {"''It`s''", "''It's''", "'It's'", "it s", "''it's''"},
      {"a — b", "a -- b", "a-b", "a b", "a -- b"},
      {"a--b – c", "a--b - c", "a-b-c", "a b c", "a--b - c"},
      {"so\u00ADft \uFEFFmark", "soft mark", "soft mark", "soft mark", "soft mark"},
      {"ﬁne ſhip … he ( said ) , yes !", "ﬁne ſhip … he ( said ) , yes !", "fine ship... he (said), yes!",
       "ne ſhip he said yes", "ﬁne ſhip … he ( said ) , yes !"},
      {"ÉTÉ Nº 1,234", "ÉTÉ Nº 1,234", "ÉTÉ Nº 1,234", "ÉtÉ n 1 234", "été nº 1,234"},
      {"«mot»", "«mot»", "'mot'", "mot", "«mot»"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(seen(c.text, View::kStrict), c.strict);
    EXPECT_EQ(seen(c.text, View::kTypographic), c.typographic);
    EXPECT_EQ(seen(c.text, View::kFolded), c.folded);
    EXPECT_EQ(seen(c.text, View::kLetters), c.letters);
  }
}

TEST(View, HyphensBetweenLettersDoNotCountWhenJoined) {
  const struct {
    const char *text, *expected;
  } cases[] = {
      {"com-\nrade", "comrade"},
      {"com-  \r\n  rade", "comrade"},
      {"well-known", "wellknown"},
      {"com- rade", "com- rade"},
      {"19-\n20", "19- 20"},
      {"-\nrade", "- rade"},
      {"com-\n", "com-"},
      {"é-\né", "éé"},
      {"a--b", "a--b"},
      {"a-b-c", "abc"},
  };
  for (const auto& c : cases) EXPECT_EQ(seen(c.text, View::kStrict, true), c.expected) << c.text;
}

TEST(View, NamesGoBothWays) {
  for (const View view : kAllViews) EXPECT_EQ(view_of(name_of(view)), view);
  EXPECT_FALSE(view_of("loose"));
}

TEST(View, BrokenBytesAreComparedLikeAnyCharacter) { EXPECT_EQ(seen("a\xFF", View::kStrict), "a\uFFFD"); }

}  // namespace
}  // namespace emend::measure
