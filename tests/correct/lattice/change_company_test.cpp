#include "correct/lattice/change_company.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

// "tbe" for "the" and the like: a sure change of every word that is named, wherever it stands.
std::vector<Change> changes_of(const std::string& text, const std::vector<std::pair<std::string, std::string>>& words) {
  std::vector<Change> changes;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const auto& [seen, meant] : words)
      if (text.compare(at, seen.size(), seen) == 0) {
        Change change;
        change.span = {at, at + seen.size()};
        change.after = meant;
        change.posterior = 0.99;
        changes.push_back(change);
      }
  return changes;
}

TEST(ChangeCompany, CountsDifferentFormsWithoutItsOwn) {
  const std::string text = "tbe cat and tbe dog, tbat hen and tbis fox";
  std::vector<Change> changes = changes_of(text, {{"tbe", "the"}, {"tbat", "that"}, {"tbis", "this"}});
  ASSERT_EQ(changes.size(), 4u);
  judge_company(text, 10, {}, changes);
  // Two others, of which one is a slip that any text may have.
  for (const Change& change : changes) EXPECT_NEAR(change.company.share, 0.1 * (2 * 0.99 - 1), 1e-9);
  // In both others "b" is an "h", too.
  for (const Change& change : changes) EXPECT_NEAR(change.company.alike, 2 * 0.99, 1e-9);
  EXPECT_NEAR(changes[0].company.near, 3 * 0.99, 1e-9);
}

TEST(ChangeCompany, OneFormAgainAndAgainIsNoCompany) {
  const std::string text = "350 grms. of bread, 70 grms. of sugar, 80 grms. of lard";
  std::vector<Change> changes = changes_of(text, {{"grms", "grams"}});
  ASSERT_EQ(changes.size(), 3u);
  judge_company(text, 11, {}, changes);
  for (const Change& change : changes) {
    EXPECT_EQ(change.company.share, 0);
    EXPECT_EQ(change.company.alike, 0);
  }
}

TEST(ChangeCompany, NamesFiguresAndKnownWordsSayNothingOfTheText) {
  const std::string text = "Gardnor l2 arc tbe";
  std::vector<Change> changes =
      changes_of(text, {{"Gardnor", "Gardner"}, {"l2", "12"}, {"arc", "are"}, {"tbe", "the"}});
  ASSERT_EQ(changes.size(), 4u);
  changes[0].is_capitalised = true;
  changes[1].has_digit = true;
  changes[2].was_known = true;
  judge_company(text, 4, {}, changes);
  for (const Change& change : changes) EXPECT_EQ(change.company.share, 0);
}

// A text in which nearly everything is mended by now is as bad a one as it was.
TEST(ChangeCompany, RemembersWhatWasRepaired) {
  const std::string before = "tbe cat and tbe dog, tbat hen and tbis fox";
  std::vector<Change> all = changes_of(before, {{"tbe", "the"}, {"tbat", "that"}, {"tbis", "this"}});
  const std::vector<Misreading> repaired = misreadings_of(before, all);
  ASSERT_EQ(repaired.size(), 3u);
  EXPECT_EQ(repaired[0].seen, "tbe");
  EXPECT_EQ(repaired[0].meant, "the");
  EXPECT_EQ(repaired[0].weight, 0.99);
  EXPECT_TRUE(repaired[0].is_plain);
  judge_company(before, 10, {}, all);
  EXPECT_NEAR(misread_share({0.1, 10, repaired}), 0.1 * (3 * 0.99 - 1), 1e-9);
  EXPECT_EQ(misread_share({0.1, 10, {}}), 0);
  EXPECT_EQ(misread_share({}), 0);

  const std::string after = "the cat and the dog, tbat hen and this fox";
  std::vector<Change> rest = changes_of(after, {{"tbat", "that"}});
  judge_company(after, 10, repaired, rest);
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_NEAR(rest[0].company.share, all[2].company.share, 1e-9);
  EXPECT_NEAR(rest[0].company.alike, all[2].company.alike, 1e-9);
  EXPECT_EQ(rest[0].company.near, 0);

  judge_company(after, 10, {}, rest);
  EXPECT_EQ(rest[0].company.share, 0);
}

TEST(ChangeCompany, WhatIsFarAwayIsNotNear) {
  const std::string text = "tbe" + std::string(1000, ' ') + "tbat";
  std::vector<Change> changes = changes_of(text, {{"tbe", "the"}, {"tbat", "that"}});
  judge_company(text, 2, {}, changes);
  for (const Change& change : changes) EXPECT_EQ(change.company.near, 0);
}

}  // namespace
}  // namespace emend::correct
