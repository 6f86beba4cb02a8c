// A text in the manner of old minutes, of our own invention: what the rules of characters and punctuation make of it,
// to the byte, and what they must leave alone.
#include <algorithm>

#include <gtest/gtest.h>

#include "correct/rule.h"
#include "rules/invariants.h"

namespace emend::rules_test {
namespace {

correct::RuleSet rules_of_groups(std::initializer_list<std::string_view> groups) {
  correct::RuleSet rules = correct::all_rules();
  std::erase_if(rules, [&](const auto& rule) {
    return std::find(groups.begin(), groups.end(), rule->info().group) == groups.end();
  });
  return rules;
}

constexpr std::string_view kMinutes =
    "The reports of the comrades from the mills show that here the work is not lost....{1}\n"
    "\n"
    "flows... 2 The weavers began it. The foreman asked what then... was to come.... The\n"
    "answer came in the spring—in order to have bread, one must sow—just how, nobody knew. The frost,\n"
    "the famine—\n"
    "that was what drove them (Orlov, Zhilin) out of the petty-bourgeois quarter.\n"
    "\n"
    "| asked the delegates from Berezovka about the state of the sheds there.\n"
    "\n"
    "The 8 — hour day was introduced at the Berezovka mill. We say “caution”, they say “speed”; we\n"
    "say “even more caution”. Better today than tomorrow — and the others will follow.\n"
    "(Applause.)\n"
    "\n"
    "First published in the book Trudy (Pervyi)\n"
    "S.R.T.P.(M.). Mart 1921 goda\n"
    "\n"
    "From: https://www.example.org/archive/1921/3.htm#v4pp7-41\n";

TEST(InventedMinutes, OnlyTheFaultsChange) {
  std::string expected(kMinutes);
  expected.replace(expected.find("| asked"), 1, "I");
  const std::string dash = "8 — hour";
  expected.replace(expected.find(dash), dash.size(), "8-hour");

  const std::string text(kMinutes);
  const correct::RuleSet rules = rules_of_groups({"characters", "punctuation"});
  const auto edits = edits_of(text, rules);
  EXPECT_EQ(with_all_edits(text, edits), expected);
  for (const edit::Edit& edit : edits) EXPECT_EQ(edit.applicability, edit::Applicability::kAutomatic) << shown(edit);
  EXPECT_TRUE(edits_of(expected, rules).empty());
}

}  // namespace
}  // namespace emend::rules_test
