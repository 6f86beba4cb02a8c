#include "correct/lattice/change_evidence.h"

#include <cmath>

#include <gtest/gtest.h>

#include "edit/candidates.h"

namespace emend::correct {
namespace {

std::string said(const edit::Candidate& candidate, std::string_view source) {
  for (const edit::Evidence& item : candidate.says)
    if (item.source == source) return item.statement;
  return "";
}

double weight(const edit::Candidate& candidate, std::string_view source) {
  for (const edit::Evidence& item : candidate.says)
    if (item.source == source) return item.weight;
  return 0;
}

Change change_to_the() {
  Change change;
  change.after = "the";
  change.posterior = 0.9;
  change.kept = 0.06;
  change.score = -4;
  change.kept_score = -0.1;
  change.channel_cost = 5;
  change.unigram_cost = 5;
  change.old_unigram_cost = 20;
  change.is_in_dictionary = true;
  change.old_count = 2;
  change.new_count = 7;
  Candidate rival;
  rival.text = "toe";
  rival.posterior = 0.04;
  rival.score = -5;
  rival.channel_cost = 6;
  rival.unigram_cost = 10;
  rival.is_in_dictionary = true;
  Candidate text;
  text.text = "tbe";
  text.is_text = true;
  text.posterior = 0.06;
  change.others = {text, rival};
  return change;
}

constexpr double kTextIsRight = 0.05;

edit::Edit told(const Change& change, std::string before, double probability) {
  edit::Edit edit;
  edit.before = std::move(before);
  edit.after = change.after;
  edit.probability = probability;
  tell_evidence(change, {}, kTextIsRight, edit);
  return edit;
}

TEST(ChangeEvidence, EverySourceHasItsWordOnEveryCandidate) {
  const edit::Edit edit = told(change_to_the(), "tbe", 0.8);
  ASSERT_EQ(edit.candidates.size(), 3u);
  const edit::Candidate& the = edit.candidates[0];
  const edit::Candidate& tbe = edit.candidates[1];
  const edit::Candidate& toe = edit.candidates[2];
  EXPECT_EQ(the.text, "the");
  EXPECT_EQ(tbe.text, "tbe");
  EXPECT_TRUE(tbe.is_text);
  EXPECT_EQ(toe.text, "toe");
  EXPECT_EQ(said(the, edit::kSaysMisreading), "“b” for “h”, once in 150");
  EXPECT_EQ(said(tbe, edit::kSaysMisreading), "nothing misread");
  EXPECT_EQ(said(the, edit::kSaysWord), "very common");
  EXPECT_EQ(said(tbe, edit::kSaysWord), "unknown");
  EXPECT_EQ(said(toe, edit::kSaysWord), "less common");
  EXPECT_EQ(said(tbe, edit::kSaysDictionary), "no word");
  EXPECT_EQ(said(toe, edit::kSaysDictionary), "a word");
  EXPECT_EQ(said(the, edit::kSaysDocument), "7 times");
  EXPECT_EQ(said(tbe, edit::kSaysDocument), "twice");
  EXPECT_EQ(said(toe, edit::kSaysDocument), "never");
  EXPECT_EQ(edit.evidence.size(), 4u);
}

// The weights of two candidates differ as the logarithms of what the lattice made of them.
TEST(ChangeEvidence, WeightsAddUpToWhatTheLatticeSays) {
  const edit::Edit edit = told(change_to_the(), "tbe", 0.8);
  const auto sum = [](const edit::Candidate& candidate) {
    return weight(candidate, edit::kSaysMisreading) + weight(candidate, edit::kSaysWord) +
           weight(candidate, edit::kSaysSentence);
  };
  EXPECT_NEAR(sum(edit.candidates[0]) - sum(edit.candidates[1]), std::log(0.9 / 0.06), 0.03);
  EXPECT_NEAR(sum(edit.candidates[0]) - sum(edit.candidates[2]), std::log(0.9 / 0.04), 0.03);
}

TEST(ChangeEvidence, RivalsStandToTheWinnerAsInTheLattice) {
  const edit::Edit edit = told(change_to_the(), "tbe", 0.8);
  EXPECT_EQ(edit.candidates[0].probability, 0.8);
  EXPECT_EQ(edit.candidates[1].probability, kTextIsRight);
  EXPECT_NEAR(edit.candidates[2].probability, 0.8 * 0.04 / 0.9, 1e-4);

  Change sure = change_to_the();
  sure.posterior = 1;
  sure.kept = 0;
  sure.others.clear();
  const edit::Edit alone = told(sure, "tbe", 0.9);
  ASSERT_EQ(alone.candidates.size(), 2u);
  EXPECT_NEAR(alone.candidates[1].probability, kTextIsRight, 1e-9);

  // However little the fitted probability leaves, nothing goes above 1, and no rival over the winner for its sake.
  const edit::Edit doubted = told(change_to_the(), "tbe", 0.1);
  EXPECT_EQ(doubted.candidates[0].text, "the");
  const edit::Edit certain = told(change_to_the(), "tbe", 0.99);
  double sum = 0;
  for (const edit::Candidate& candidate : certain.candidates) sum += candidate.probability;
  EXPECT_LE(sum, 1 + 1e-4);
}

TEST(ChangeEvidence, ARivalOfADividedWordKeepsItsDivision) {
  Change change = change_to_the();
  change.after = "gov-\nernment";
  change.others[1].text = "gov\nernments";
  EXPECT_EQ(told(change, "gov-\nernrnent", 0.8).candidates.back().text, "gov-\nernments");
  EXPECT_EQ(told(change, "gov\nernrnent", 0.8).candidates.back().text, "gov-\nernments");
  EXPECT_EQ(told(change, "gov- ernrnent", 0.8).candidates.back().text, "gov- ernments");
}

TEST(ChangeEvidence, NoFigureIsTooMuch) {
  Change change = change_to_the();
  change.channel_cost = 1e30;
  change.score = -1e30;
  change.kept = 0;
  change.posterior = 1e-300;
  const edit::Edit edit = told(change, "", 1);
  for (const edit::Candidate& candidate : edit.candidates) {
    EXPECT_GE(candidate.probability, 0);
    EXPECT_LE(candidate.probability, 1);
    for (const edit::Evidence& item : candidate.says) EXPECT_TRUE(std::isfinite(item.weight)) << item.source;
  }
}

}  // namespace
}  // namespace emend::correct
