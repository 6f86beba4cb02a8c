// What is typed, line by line and page by page.
#include "train/synth/typist.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace emend::train {
namespace {

char32_t latin_key(char32_t c) { return c < 0x180 ? c : 0; }

// Pages joined by a form feed, lines by a line feed.
std::string flat(const TypedText& typed) {
  std::string all;
  for (std::size_t i = 0; i < typed.pages.size(); ++i) {
    if (i > 0) all += "\f";
    for (const std::u32string& line : typed.pages[i].lines) all += text::to_utf8(line) + "\n";
  }
  return all;
}

TEST(Typist, TypesWhatTheKeyboardHasOnLinesThatFit) {
  struct Case {
    const char* text;
    const char* typed;
    std::size_t replaced;
  };
  const std::vector<Case> cases{
      {"Dear Sir,\n", "Dear Sir,\n", 0},
      {"no feed", "no feed\n", 0},
      {"“Well”—he said", "\"Well\"--he\nsaid\n", 0},
      {"1914–18…", "1914-18...\n", 0},
      {"conﬁned ﬂour", "confined\nflour\n", 0},
      {"soft\u00ADhyphen", "softhyphen\n", 0},
      {"zero\u200Bwidth", "zerowidth\n", 0},
      {"cafe\u0301", "café\n", 0},
      {"\ta", "     a\n", 0},
      {"a\tb", "a    b\n", 0},
      {"a  \n\nb", "a\n\nb\n", 0},
      {"one\r\ntwo\rthree", "one\ntwo\nthree\n", 0},
      {"one\ftwo", "one\n\ftwo\n", 0},
      {"four five six seven", "four five\nsix seven\n", 0},
      {"  indented line here", "  indented\nline here\n", 0},
      {"abcdefghijklmnop", "abcdefghij\nklmnop\n", 0},
      {"  abcdefghijklmnop", "  abcdefgh\nijklmnop\n", 0},
      {"1 2 3\n4\n5\n6\n", "1 2 3\n4\n5\n\f6\n", 0},
      {"щи 水", "?? ?\n", 3},
      {"\xFF\xFE.", "??.\n", 2},
      {"bell\a\x1b[31m", "bell[31m\n", 0},
  };
  TypistHabits habits;
  habits.columns = 10;
  habits.lines_per_page = 3;
  for (const Case& c : cases) {
    const auto typed = typed_text(c.text, habits, latin_key);
    ASSERT_TRUE(typed.has_value()) << c.text;
    EXPECT_EQ(flat(*typed).substr(0, 200), c.typed) << c.text;
    EXPECT_EQ(typed->replaced_characters, c.replaced) << c.text;
  }
}

TEST(Typist, LFor1AndOFor0AreHabitsOfSomeMachines) {
  TypistHabits habits;
  habits.l_for_one = true;
  EXPECT_EQ(flat(*typed_text("1910", habits, latin_key)), "l9l0\n");
  habits.O_for_zero = true;
  EXPECT_EQ(flat(*typed_text("1910", habits, latin_key)), "l9lO\n");
}

TEST(Typist, ATextWithoutALetterIsAnError) {
  for (const char* text : {"", " \n\t\f\n", "\u200B\u00AD", "\uFEFF"}) {
    const auto typed = typed_text(text, {}, latin_key);
    ASSERT_FALSE(typed.has_value());
    EXPECT_EQ(typed.error().kind, ErrorKind::kUsage);
    EXPECT_FALSE(typed.error().hint.empty());
  }
}

TEST(Typist, ALineOfAMillionCharactersIsTypedWhole) {
  TypistHabits habits;
  const auto typed = typed_text(std::string(1'000'000, 'x'), habits, latin_key);
  ASSERT_TRUE(typed.has_value());
  std::size_t strikes = 0;
  for (const PageText& page : typed->pages) {
    EXPECT_EQ(page.first_strike, strikes);
    for (const std::u32string& line : page.lines) {
      ASSERT_LE(line.size(), 65U);
      strikes += line.size();
    }
  }
  EXPECT_EQ(strikes, 1'000'000U);
}

TEST(Typist, MorePagesThanNamesAreRefused) {
  TypistHabits habits;
  habits.columns = 10;
  habits.lines_per_page = 1;
  std::string text;
  for (std::size_t i = 0; i <= kMostPages; ++i) text += "x\n";
  const auto typed = typed_text(text, habits, latin_key);
  ASSERT_FALSE(typed.has_value());
  EXPECT_EQ(typed.error().kind, ErrorKind::kTooLarge);
}

TEST(Typist, UnderlinesWhatStandsBetweenStrokes) {
  TypistHabits habits;
  habits.underlines = true;
  habits.columns = 12;
  const auto key_for = [](char32_t c) { return c; };
  const auto typed = typed_text("a _b c_ d\nname _____\n_one_sided\nopen _only\n", habits, key_for);
  ASSERT_TRUE(typed.has_value());
  const PageText& page = typed->pages.front();
  EXPECT_EQ(page.lines, (std::vector<std::u32string>{U"a b c d", U"name _____", U"onesided", U"open _only"}));
  // The blank between two underlined letters is not struck.
  EXPECT_EQ(page.underlined[0], (std::vector<bool>{false, false, true, false, true, false, false}));
  EXPECT_TRUE(page.underlined[1].empty());
  EXPECT_EQ(page.underlined[2], (std::vector<bool>{true, true, true, false, false, false, false, false}));
  EXPECT_TRUE(page.underlined[3].empty());

  habits.underlines = false;
  EXPECT_EQ(typed_text("_b_", habits, key_for)->pages.front().lines.front(), U"_b_");
}

}  // namespace
}  // namespace emend::train
