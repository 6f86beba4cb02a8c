#include "correct/marks/quote_pairs.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

// Each quotation mark as what it is taken for: ( opens, ) closes, each with a partner; < and > without one.
std::string told(const std::string& text) {
  QuotePairs pairs(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' || text[i] == '\'') pairs.add(i, 1, text[i] == '"');
    if (text[i] == '\n') pairs.end_paragraph();
  }
  pairs.end_paragraph();
  std::string out = text;
  for (char& c : out) {
    const PairedQuote* mark = pairs.find(static_cast<std::size_t>(&c - out.data()));
    if (mark == nullptr) continue;
    const bool is_paired = mark->has_partner;
    c = mark->is_opening ? (is_paired ? '(' : '<') : (is_paired ? ')' : '>');
  }
  return out;
}

TEST(QuotePairs, TellsOpeningFromClosing) {
  const struct {
    const char* text;
    const char* told;
  } cases[] = {
      {"he said \"go\" and went", "he said (go) and went"},
      {"he said \" go\" and went", "he said ( go) and went"},
      {"he said \"go \" and went", "he said (go ) and went"},
      {"he said \" go \" and went", "he said ( go ) and went"},
      {"two of \"them\" and \"us\"", "two of (them) and (us)"},
      {"of \"her \" own\" will", "of (her > own) will"},
      {"an \"odd one", "an <odd one"},
      {"an odd\" one", "an odd> one"},
      {"an odd \" one", "an odd > one"},
      {"\"one\ntwo\" three", "<one\ntwo> three"},
      {"'he said \"go' now\"", "(he said (go) now)"},
      {"he went' away' again", "he went> away> again"},
      {"of the 'old 'men here' now", "of the <old (men here) now"},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.told) << one.text;
}

TEST(QuotePairs, KnowsNothingOfOtherPlaces) {
  const std::string text = "he said \"go\" and went";
  QuotePairs pairs(text);
  pairs.add(8, 1, true);
  EXPECT_EQ(pairs.find(8), nullptr) << "before its paragraph has ended";
  pairs.end_paragraph();
  EXPECT_NE(pairs.find(8), nullptr);
  EXPECT_EQ(pairs.find(9), nullptr);
}

}  // namespace
}  // namespace emend::correct
