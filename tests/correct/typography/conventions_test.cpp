#include "correct/typography/conventions.h"

#include <gtest/gtest.h>

#include "lexicon/make_lexicon.h"

namespace emend::correct {
namespace {

std::vector<std::string> mixed_use_of(const std::string& text) {
  static const auto english = lexicon::make_lexicon({});
  const PreparedText prepared(text, **english);
  return mixed_use(prepared.input());
}

TEST(Conventions, MixedUseIsTold) {
  struct Case {
    const char* text;
    const char* told;
  };
  constexpr Case kCases[] = {
      {"", ""},
      {"\"a\" \"b\" \"c\" “d”", ""},
      {"\"a\" “b” \"c\" “d”", "4 of 8 double quotation marks are curly"},
      {"don't can’t won't isn’t it’s didn't", "3 of 6 single quotation marks and apostrophes are curly"},
      {"“a” “b” “c” don't can't won't isn't it's", "double quotation marks are curly and single ones straight"},
      {"a — b – c - d -- e — f", "2 of 5 dashes are “—” with spaces"},
      {"a... b… c . . . d… e… f...", "3 of 6 ellipses are “…”"},
      {"It rained.  They stayed. We stayed. He stayed.  All stayed. None stayed.  Go on. It stayed.  So be it.",
       "4 of 7 sentences are spaced wide"},
  };
  for (const Case& c : kCases) {
    std::string told;
    for (const std::string& clause : mixed_use_of(c.text)) told += (told.empty() ? "" : "; ") + clause;
    EXPECT_EQ(told, c.told) << c.text;
  }
}

TEST(Conventions, WhatIsPutInLooksLikeTheRest) {
  static const auto english = lexicon::make_lexicon({});
  const std::string curly = "It’s late, he’s here, we’re there, they’re gone, you’re dont";
  const std::string straight = "It's late, he's here, we're there, they're gone, you're dont";
  for (const std::string& text : {curly, straight}) {
    const PreparedText prepared(text, **english);
    std::vector<edit::Edit> edits(1);
    edits[0].span = {text.size() - 4, text.size()};
    edits[0].before = "dont";
    edits[0].after = "don't";
    edits[0].candidates = {{"don't", 0.9, false, {}}, {"dont", 0.1, true, {}}};
    write_as_document(prepared.input(), edits);
    EXPECT_EQ(edits[0].after, text == curly ? "don’t" : "don't");
    EXPECT_EQ(edits[0].candidates[0].text, edits[0].after);
  }
}

}  // namespace
}  // namespace emend::correct
