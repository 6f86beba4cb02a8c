#include "correct/typography/dashes.h"

#include <gtest/gtest.h>

#include "lexicon/make_lexicon.h"

namespace emend::correct {
namespace {

// One letter for each stroke that stands apart from words: dash, range, minus, other.
std::string roles_of(const std::string& text) {
  static const auto english = lexicon::make_lexicon({});
  const PreparedText prepared(text, **english);
  std::string roles;
  for (const DashMark& mark : dash_marks(prepared.input())) roles += "drmo"[static_cast<std::size_t>(mark.role)];
  return roles;
}

TEST(Dashes, AreToldFromHyphensRangesAndMinusSigns) {
  struct Case {
    const char* text;
    const char* roles;
  };
  constexpr Case kCases[] = {
      {"a well-known fact", ""},                // part of a word
      {"he came - at last - home", "dd"},       // a dash has spaces
      {"he came—at last--home", "dd"},          // or is wide
      {"\"so\" - he said - (quietly)", "dd"},   //
      {"he came -\nat last", "o"},              // a word may be torn there
      {"he came —\nat last", "d"},              //
      {"two- and three-fold, pre- war", "oo"},  // half a compound
      {"Anglo–Russian, Monday–Friday", "oo"},   // no parts of a sentence
      {"in 1914-18, 1914–1918, pages 98 - 102", "rrr"},
      {"20-10, 555-1234, 12-5-17, 3-1/2, 1.5-2", "oooooo"},
      {"t = -5, below -5°, at -12 degrees", "mmm"},
      {"- a list\n-5 and -7 more\n-5-", "ooooo"},
      {"-----\na  -----  b", ""},
      {"rye    -    three sacks", "o"},  // columns
      {"http://example.org/a-1-2", "oo"},
      {"", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(roles_of(c.text), c.roles) << c.text;
}

}  // namespace
}  // namespace emend::correct
