// The invariants of rules over texts that nobody wrote: mutated prose, and what is meant to be slow.
#include <random>

#include <gtest/gtest.h>

#include "correct/propose.h"
#include "correct/rule.h"
#include "rules/invariants.h"

namespace emend::rules_test {
namespace {

// Invented prose with the faults that rules look for.
constexpr std::string_view kSeedText =
    " The meeting opened at 2O minutes to 1O, on the l5th of May l9l7. | asked the delegates from the mill\n"
    "how things stood.  The 8 — hour day , they said ; is not kept....{1} The petty - bourgeois papers\n"
    "( so called ) say “ nothing ” of it,but the com-\n"
    "mittee knows better.. Mr. J. K. Petrov (Kazan) paid £1,2O0.5O for 2l sacks—or so he says.\n"
    "\n"
    "flows... 2 The ﬁrst oﬃce co\u00ADoperative ran\u200Bge of Аpril prices: see http://example.org/a,b..c?d|e and\n"
    "| column | of | figures |\n"
    "1 | 2 | 3\n"
    " etc., e.g. this one!! And then...Z In the end @l they , said .21 no\n"
    "\n"
    "                 not\n"
    "He shall  ^  n e v e r  say “so it's”... and \"that is '_so_' — 3 1/2 - from 1914-18…\" the xxxxx men WERE "
    "there'.\n"
    "--------------\n"
    "\n"
    "Page 3 of 4\n";

// Characters that rules care about, to put in anywhere.
constexpr const char* kOddities[] = {
    "\"",     "‘",      "_",    "^",  "…", "–",   "--", "xxxx", "1/2",    " ",      "  ",     "\n",
    "\n\n",   ".",      "..",   ",",  ";", "—",   "-",  "|",    "¦",      "l",      "1",      "O",
    "0",      "I",      "(",    ")",  "“", "”",   "'",  "’",    "{",      "}",      "@",      "[",
    "]",      "*",      "ﬁ",    "\t", "é", "А",   "ο",  "Ａ",   "\r\n",   "\f",     "\u00AD", "\u200B",
    "\uFEFF", "\u202E", "\x01", "!",  "?", "...", "a",  "the",  "\u0301", "\u00A0",
};

std::string mutated(std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::string text(kSeedText);
  const std::size_t changes = 1 + below(60);
  for (std::size_t i = 0; i < changes; ++i) {
    std::size_t at = below(text.size() + 1);
    const auto is_border = [&](std::size_t offset) {
      return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
    };
    while (!is_border(at)) ++at;
    std::size_t end = std::min(text.size(), at + below(4));
    while (!is_border(end)) ++end;
    text.replace(at, end - at, random() % 3 == 0 ? "" : kOddities[below(std::size(kOddities))]);
  }
  return text;
}

TEST(AnyText, KeepsTheInvariants) {
  const correct::RuleSet rules = correct::all_rules();
  std::mt19937 random(20240517);
  for (int i = 0; i < 150; ++i) {
    const std::string text = mutated(random);
    const auto broken = broken_invariants(text, rules);
    for (const std::string& one : broken) ADD_FAILURE() << one;
    ASSERT_TRUE(broken.empty()) << "text " << i << ":\n" << text;
  }
}

constexpr correct::Rendering kRenderings[] = {{correct::Typography::kPlain, correct::TypistMarks::kPlain},
                                              {correct::Typography::kCurly, correct::TypistMarks::kMarkdown},
                                              {correct::Typography::kCurly, correct::TypistMarks::kPlain}};

// What is asked for is asked for once: all of it holds when the rendered text is rendered again.
TEST(AnyText, RenderedAsAskedKeepsTheInvariants) {
  const correct::RuleSet rules = correct::all_rules();
  std::mt19937 random(88);
  for (int i = 0; i < 150; ++i) {
    const std::string text = mutated(random);
    for (const correct::Rendering rendering : kRenderings) {
      const auto broken = broken_invariants(text, {rules, nullptr, rendering});
      for (const std::string& one : broken) ADD_FAILURE() << one;
      ASSERT_TRUE(broken.empty()) << "text " << i << ":\n" << text;
    }
  }
}

TEST(AnyText, OfOddCharactersOnlyKeepsTheInvariants) {
  const correct::RuleSet rules = correct::all_rules();
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (std::size_t n = random() % 24; n > 0; --n) text += kOddities[random() % std::size(kOddities)];
    if (random() % 4 == 0) text += '\0';
    const auto broken = broken_invariants(text, rules);
    for (const std::string& one : broken) ADD_FAILURE() << one;
    ASSERT_TRUE(broken.empty()) << "text " << i << ":\n" << text;
  }
}

// Nothing is timed here; what is not linear does not end within the test's time limit.
constexpr const char* kPatterns[] = {"(",    "a",  "| ",     "l",      ". ",    " ",   "\n",     "- ",
                                     "a - ", "—",  "1l",     "“",      "a ,b",  "A.",  "а",      "'",
                                     "\"",   "^ ", "_a_ ",   "x ",     "xxxx ", "--",  ". . ",   "1/2 ",
                                     "' '.", "5-", "\u200B", "\u0301", "a\n",   " \n", "...1 A", "word "};

class HugeText : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(OfPattern, HugeText, testing::Range<std::size_t>(0, std::size(kPatterns)));

TEST_P(HugeText, IsReadInLinearTime) {
  constexpr std::size_t kBytes = 500'000;
  const std::string_view pattern = kPatterns[GetParam()];
  std::string text;
  while (text.size() < kBytes) text += pattern;
  document::Document document;
  document.raw = document::RawText(text);
  const auto edits = correct::propose_edits(document, correct::all_rules(), english(), nullptr, nullptr,
                                            {.rendering = kRenderings[1]});
  with_all_edits(text, edits);
}

}  // namespace
}  // namespace emend::rules_test
